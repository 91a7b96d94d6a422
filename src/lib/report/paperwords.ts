/** The few words that writers put around blocks, in the language of the paper. */
import { m } from '../i18n/paraglide/messages.js';
import type { Paper, PaperWords } from './paper.ts';

export function paperWords({ locale }: Pick<Paper, 'locale'>): PaperWords {
  const say = { locale };
  return {
    sourceOf: m.paper_source_of({}, say),
    page: m.paper_page({}, say),
    of: m.paper_of({}, say)
  };
}

/** What the document is about: the first line of its subject, for title bars and lists of files. */
export function subjectOf(paper: Paper): string {
  const subject = paper.sections.find(({ id }) => id === 'betreff');
  const text = subject?.blocks.find((block) => block.kind === 'text')?.text ?? '';
  return text.trim().split('\n')[0]!.replaceAll('**', '') || paper.title;
}
