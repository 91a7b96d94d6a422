/** What one row says about its partnership: programmes, topics, goals named in the source. */
import type { Lookup } from './reference.ts';
import { list } from './facts.ts';
import type { Tie } from './ties.ts';

interface Origin {
  partnership_id: string;
  source_id: string;
  source_key: string;
}
export interface ProgrammeTag extends Origin {
  rule_id: string;
  since_year: number | null;
}
export interface TopicTag extends Origin {
  topic_id: string;
  spelling: string;
}
export interface SdgTagRow extends Origin {
  goal: number;
  target_id: string | null;
  relevance: 'main';
  basis: 'source';
}
export interface Tags {
  programmes: ProgrammeTag[];
  topics: TopicTag[];
  goals: SdgTagRow[];
}

/**
 * Tags of a row. The row's year belongs to a programme only where the row is about that programme.
 * Announced ties carry their programme too: the flag of the partnership says what it is.
 */
export function tagsOf(tie: Tie, partnership: string, look: Lookup): Tags {
  const { fact } = tie;
  if (!fact) return { programmes: [], topics: [], goals: [] };
  const origin = { partnership_id: partnership, source_id: tie.layer, source_key: tie.key };
  const topics = new Map<string, string>();
  for (const spelling of fact.topics) {
    const topic = look.topic(spelling);
    if (topic && !topics.has(topic)) topics.set(topic, spelling);
  }
  return {
    programmes: [...look.rules(fact.programme, fact.type)].map(([rule_id, own]) => ({
      ...origin,
      rule_id,
      since_year: own ? fact.since : null
    })),
    topics: [...topics].map(([topic_id, spelling]) => ({ ...origin, topic_id, spelling })),
    goals: goalsOf(fact.goals).map(({ goal, target_id }) => ({
      ...origin,
      goal,
      target_id,
      relevance: 'main',
      basis: 'source'
    }))
  };
}

/** `4; 6.1` -> goals 4 and 6 (target 6.1); anything else in the cell is no goal. */
export function goalsOf(cell: string): { goal: number; target_id: string | null }[] {
  const found = new Map<number, string | null>();
  for (const part of list(cell.replaceAll(',', ';'))) {
    const match = /^(\d{1,2})(\.[0-9a-z]{1,2})?$/.exec(part);
    const goal = Number(match?.[1]);
    if (match && goal >= 1 && goal <= 17 && !found.has(goal))
      found.set(goal, match[2] ? part : null);
  }
  return [...found].map(([goal, target_id]) => ({ goal, target_id }));
}
