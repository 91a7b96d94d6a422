/**
 * Good examples: a sentence about what a body does with a place abroad, with topics and the goals
 * that the page itself names.
 */
import { readEntries, type Entry, type Read } from './entries.ts';
import { list } from './facts.ts';
import type { Lookup } from './reference.ts';
import type { Body } from './register.ts';
import { goalsOf } from './tags.ts';
import type { Abroad, Whereabouts } from './whereabouts.ts';

export interface Example {
  title: string;
  body: Body;
  partnerName: string;
  abroad: Abroad;
  summary: string;
  /** Topic id and the spelling that led to it. */
  topics: [topic: string, spelling: string][];
  goals: number[];
}

export function readExamples(text: string, look: Lookup, where: Whereabouts): Entry<Example>[] {
  return readEntries(
    text,
    {
      kind: 'good_example',
      source: 'facts-2026',
      file: 'good_examples.csv',
      columns: [
        'title',
        'de_name',
        'ags',
        'partner_name',
        'partner_country_iso2',
        'summary',
        'topics',
        'sdgs_named_in_source',
        'source_url'
      ] as const,
      names: ['title', 'de_name', 'partner_name'],
      key: (c) => [c.de_name, c.title]
    },
    (c): Read<Example> => {
      const { body, reason, detail } = where.body(c.ags, c.de_name);
      if (!body) return { reason, detail };
      const abroad = where.abroad(body, c.partner_name, c.partner_country_iso2);
      if (!abroad.country) return { reason: 'country_unknown', detail: c.partner_country_iso2 };
      return {
        detail: `${detail}; ${abroad.evidence}`,
        value: {
          title: c.title,
          body,
          partnerName: c.partner_name,
          abroad,
          summary: c.summary,
          topics: topicsOf(c.topics, look),
          goals: goalsOf(c.sdgs_named_in_source).map(({ goal }) => goal)
        }
      };
    }
  );
}

/** Topics of a cell by the table of spellings; each topic once, with its first spelling. */
export function topicsOf(cell: string, look: Lookup): [topic: string, spelling: string][] {
  const topics = new Map<string, string>();
  for (const spelling of list(cell)) {
    const topic = look.topic(spelling);
    if (topic && !topics.has(topic)) topics.set(topic, spelling);
  }
  return [...topics];
}
