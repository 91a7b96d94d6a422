/**
 * Partnerships with everything that hangs on them: members, layers, topics, programmes, goals.
 * Goals by rule (programme, topic) are derived here and nowhere else.
 */
import type { Records } from '../data/records.ts';
import type { Detail, DetailSource, DetailTag } from '../domain/detail.ts';
import { PROGRAMMES } from '../domain/model.ts';
import { deriveTags, goalMasks, type GoalMasks } from '../domain/rules.ts';
import type { Reference } from '../snapshot/reference.ts';
import { byId, bySequence, groups, must, successors } from './gather.ts';

export type AssembledTie = Omit<Records['partnerships'][number], 'programmes'> & {
  /** Ids of members, merged ones replaced; each once. */
  members: string[];
  /** Positions in `topics`, ascending. */
  topics: number[];
  /** Bits of PROGRAMMES. */
  programmes: number;
  goals: GoalMasks;
  /** Bits of LAYERS. */
  layers: number;
  detail: Detail;
};

type Lists = Pick<Reference, 'topics' | 'programmeRules' | 'sources'>;

/** @returns the ties ascending by id, and the ids of all their members */
export function assembleTies(
  records: Records,
  reference: Lists
): { list: AssembledTie[]; members: Set<string> } {
  const { topics, programmeRules, sources } = reference;
  const layer = new Map(sources.map((source) => [source.id, source.layer]));
  const topicRows = new Map(topics.map((topic, row) => [topic.id, row]));
  const rules = new Map(programmeRules.map((rule) => [rule.id, rule]));
  const finalOf = successors([...records.authorities, ...records.partners]);
  const membersOf = groups(records.members);
  const recordsOf = groups(records.records);
  const topicsOf = groups(records.partnership_topics);
  const programmesOf = groups(records.programmes);
  // A tag that a person made on a tie merged since belongs to the tie that is left.
  const tieOf = successors(records.merged_partnerships ?? []);
  const tagsOf = groups(
    records.tags.map((tag) => ({ ...tag, partnership_id: tieOf(tag.partnership_id) }))
  );
  const members = new Set<string>();

  const list = [...records.partnerships].sort(bySequence).map((tie): AssembledTie => {
    const own = [...new Set(membersOf(tie.id).map((m) => finalOf(m.member_id)))];
    for (const id of own) members.add(id);
    const topicList = topicsOf(tie.id)
      .map((t) => must(topicRows.get(t.topic_id), `${tie.id}: topic ${t.topic_id}`))
      .sort((a, b) => a - b);
    const ruleList = programmesOf(tie.id)
      .map((p) => must(rules.get(p.rule_id), `${tie.id}: rule ${p.rule_id}`))
      .sort(byId);
    const attested = recordsOf(tie.id).sort(
      (a, b) =>
        // What was read on a cited page first, then the bulk layers.
        (layer.get(b.source_id) ?? -1) - (layer.get(a.source_id) ?? -1) ||
        (a.source_key < b.source_key ? -1 : 1)
    );
    const stored = tagsOf(tie.id)
      .map((tag): DetailTag => ({
        goal: tag.goal,
        target: tag.target_id ?? '',
        relevance: tag.relevance,
        basis: tag.basis,
        by: tag.url
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    const tags = deriveTags(
      stored,
      ruleList,
      topicList.map((row) => topics[row]!)
    );
    const detail: Detail = {
      sources: linesOf(attested),
      topics: topicList.map((row) => topics[row]!.id),
      programmes: ruleList.map((rule) => rule.id),
      tags
    };
    return {
      ...tie,
      members: own,
      topics: topicList,
      programmes: ruleList.reduce(
        (bits, { programme }) =>
          programme === null ? bits : bits | (1 << PROGRAMMES.indexOf(programme)),
        0
      ),
      goals: goalMasks(tags),
      layers: attested.reduce((bits, record) => {
        const position = layer.get(record.source_id) ?? -1;
        return position < 0 ? bits : bits | (1 << position);
      }, 0),
      detail
    };
  });
  return { list, members };
}

/** What readers see of the attesting rows: rows that say the same (a tie listed twice) once. */
function linesOf(attested: Records['records']): DetailSource[] {
  const lines = attested.map((record) => ({
    source: record.source_id,
    url: record.url,
    note: record.note,
    confidence: record.confidence,
    since: record.since_year
  }));
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}
