/**
 * The paper that is being edited, the draft behind it, and whether there is something to lose.
 *
 * Contract: lives in this page only. An address with another question begins a new paper; the draft
 * of the same question in newer figures is offered, never taken by itself.
 */
import { formatDate } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Paper, SectionId } from '../../report/paper.ts';
import { moved, refreshed, resetSection, withBlock } from '../../report/paperedit.ts';

const isSame = (a: Paper, b: Paper) => a.query === b.query && a.locale === b.locale;

export class PaperEditor {
  paper: Paper;
  draft: Paper;
  #kept: Paper;
  /** Texts to read again after the figures were refreshed. */
  said = $state('');

  constructor(draft: Paper) {
    this.paper = $state.raw(draft);
    this.draft = $state.raw(draft);
    this.#kept = $state.raw(draft);
  }

  get unsaved(): boolean {
    return this.paper !== this.#kept;
  }

  /** The paper has other figures than the draft. */
  get older(): boolean {
    return (
      isSame(this.paper, this.draft) && this.paper.snapshot.version !== this.draft.snapshot.version
    );
  }

  /** What the page's address asks for now. */
  drafted(draft: Paper): void {
    if (draft === this.draft) return;
    this.draft = draft;
    if (!isSame(draft, this.paper)) this.open(draft);
  }

  /** From now on there is nothing to lose. */
  open(paper: Paper): void {
    this.paper = paper;
    this.#kept = paper;
    this.said = '';
  }

  kept(): void {
    this.#kept = this.paper;
  }

  write(id: string, text: string): void {
    this.paper = withBlock(this.paper, id, (block) =>
      block.kind === 'text' ? { ...block, text } : block
    );
  }

  include(id: string, on: boolean): void {
    this.paper = withBlock(this.paper, id, (block) => ({ ...block, on }));
  }

  move(id: string, by: -1 | 1): void {
    this.paper = moved(this.paper, id, by);
  }

  isChanged(id: SectionId): boolean {
    const of = (paper: Paper) => paper.sections.find((section) => section.id === id);
    return JSON.stringify(of(this.paper)) !== JSON.stringify(of(this.draft));
  }

  reset(id: SectionId): void {
    this.paper = resetSection(this.paper, this.draft, id);
  }

  refresh(): void {
    const { paper, check } = refreshed(this.paper, this.draft);
    this.paper = paper;
    const now = formatDate(paper.snapshot.publishedAt, paper.locale);
    const again = check.length > 0 ? ` ${m.paper_refreshed_check({ list: check.join(', ') })}` : '';
    this.said = m.paper_refreshed({ now }) + again;
  }
}
