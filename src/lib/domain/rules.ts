/**
 * Goals of a partnership: those stored (named by a source, assigned by an editor) and those that
 * follow from the rule tables (programme -> goals, topic -> goals).
 *
 * Contract: pure; used at publishing only. Every derived goal says by which rule; a rule never
 * adds a goal silently and never replaces a stored one: the bases stand side by side.
 */
import type { ProgrammeRule, Topic } from './dataset.ts';
import type { DetailTag } from './detail.ts';
import { BASES } from './model.ts';

/** Bit g = goal g, one mask per BASES entry. */
export type GoalMasks = [number, number, number, number];

/**
 * @param stored tags with basis `source` or `editor`
 * @param programmes the rules the partnership belongs to
 * @param topics the topics recorded for it
 * @returns all tags, stored ones first, each (basis, goal, target, by) once
 */
export function deriveTags(
  stored: readonly DetailTag[],
  programmes: readonly ProgrammeRule[],
  topics: readonly Topic[]
): DetailTag[] {
  const tags = [...stored];
  for (const rule of programmes)
    for (const { goal, relevance } of rule.goals)
      tags.push({ goal, target: '', relevance, basis: 'programme', by: rule.id });
  for (const topic of topics)
    for (const { goal, relevance } of topic.goals)
      tags.push({ goal, target: '', relevance, basis: 'topic', by: topic.id });
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const key = `${tag.basis} ${tag.goal} ${tag.target} ${tag.by}`;
    return !seen.has(key) && seen.add(key);
  });
}

export function goalMasks(tags: readonly DetailTag[]): GoalMasks {
  const masks: GoalMasks = [0, 0, 0, 0];
  for (const tag of tags) masks[BASES.indexOf(tag.basis) as 0 | 1 | 2 | 3] |= 1 << tag.goal;
  return masks;
}
