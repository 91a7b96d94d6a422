/**
 * What can be done to a paper besides typing: move blocks, go back to the draft, take newer figures.
 *
 * Contract: pure; papers are not changed but returned anew. Nothing here loses a text that somebody
 * changed, unless they ask for the draft.
 */
import { isEdited, type Block, type Paper, type SectionId } from './paper.ts';

/** @returns the paper with one block exchanged; all other objects stay the same ones */
export function withBlock(paper: Paper, id: string, change: (block: Block) => Block): Paper {
  return mapSections(paper, (blocks) =>
    blocks.some((block) => block.id === id)
      ? blocks.map((block) => (block.id === id ? change(block) : block))
      : blocks
  );
}

/** Moves a block within its section; at the end it stays where it is. */
export function moved(paper: Paper, id: string, by: -1 | 1): Paper {
  return mapSections(paper, (blocks) => {
    const at = blocks.findIndex((block) => block.id === id);
    const to = at + by;
    if (at < 0 || to < 0 || to >= blocks.length) return blocks;
    const next = [...blocks];
    [next[at], next[to]] = [next[to]!, next[at]!];
    return next;
  });
}

/** A section as drafted. */
export function resetSection(paper: Paper, draft: Paper, id: SectionId): Paper {
  const fresh = draft.sections.find((section) => section.id === id);
  if (!fresh) return paper;
  return {
    ...paper,
    sections: paper.sections.map((section) => (section.id === id ? fresh : section))
  };
}

/**
 * The same paper with the figures of a newer draft: blocks of data and unchanged texts are replaced,
 * order and choice stay, blocks that are new come last in their section.
 * @returns also the labels of the texts that were changed by hand and must be read again
 */
export function refreshed(paper: Paper, draft: Paper): { paper: Paper; check: string[] } {
  const check: string[] = [];
  const sections = draft.sections.map((fresh) => {
    const old = paper.sections.find(({ id }) => id === fresh.id);
    const before = old?.blocks ?? [];
    const kept = before.flatMap((block): Block[] => {
      const next = fresh.blocks.find(({ id, kind }) => id === block.id && kind === block.kind);
      if (block.kind === 'text' && isEdited(block)) {
        if (!next || next.kind !== 'text' || next.draft !== block.draft) check.push(block.label);
        return [{ ...block, draft: next?.kind === 'text' ? next.draft : block.draft }];
      }
      return next ? [{ ...next, on: block.on }] : [];
    });
    const added = fresh.blocks.filter((block) => !kept.some(({ id }) => id === block.id));
    return { ...fresh, title: old?.title ?? fresh.title, blocks: [...kept, ...added] };
  });
  return { paper: { ...draft, title: paper.title, sections }, check };
}

function mapSections(paper: Paper, change: (blocks: Block[]) => Block[]): Paper {
  return {
    ...paper,
    sections: paper.sections.map((section) => {
      const blocks = change(section.blocks);
      return blocks === section.blocks ? section : { ...section, blocks };
    })
  };
}
