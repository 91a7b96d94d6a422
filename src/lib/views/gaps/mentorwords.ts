/** Why a municipality could be asked, in words: "18 km entfernt, ebenfalls Kleinstadt in Sachsen; …". Pure. */
import type { Dataset } from '../../domain/dataset.ts';
import { derived } from '../../domain/derived.ts';
import type { Mentor } from '../../domain/mentors.ts';
import { SIZE_CLASSES, GOALS } from '../../domain/model.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { distanceWords } from '../around.ts';
import { named } from '../labels.ts';
import { sizeWord } from './spotwords.ts';

export interface MentorView {
  id: string;
  name: string;
  /** What is like the place, and the partnership that says most. */
  text: string;
}

export function mentorView(dataset: Dataset, mentor: Mentor, locale: Locale): MentorView {
  const { authorities, laender } = dataset;
  const say = { locale };
  const size = SIZE_CLASSES[derived(dataset).size[mentor.row]!]!.id;
  const words = {
    size: sizeWord[size]({}, say),
    land: laender[authorities.land[mentor.row]!]!.name
  };
  const like =
    mentor.larger > 0
      ? m.mentor_larger(words, say)
      : mentor.larger < 0
        ? m.mentor_smaller(words, say)
        : m.mentor_same(words, say);
  const rest = mentor.ties.length - 1;
  const tie = [
    tieWords(dataset, mentor.ties[0]!, locale),
    rest > 0 && m.mentor_more({ count: rest, shown: formatNumber(rest, locale) }, say)
  ];
  const away = m.mentor_km({ km: distanceWords(mentor.km, locale) }, say);
  return {
    id: authorities.id[mentor.row]!,
    name: authorities.name[mentor.row]!,
    text: [
      `${away}, ${like}`,
      tie.filter(Boolean).join(' '),
      mentor.goals ? '' : m.mentor_no_goal({}, say)
    ]
      .filter(Boolean)
      .join('; ')
  };
}

function tieWords(dataset: Dataset, row: number, locale: Locale): string {
  const { partnerships: ties, partners, countries } = dataset;
  const members = ties.members.subarray(ties.memberStart[row]!, ties.memberStart[row + 1]!);
  const abroad = members.find((member) => member < 0);
  if (abroad === undefined) return m.mentor_tie_inland({}, { locale });
  const partner = locale === 'de' ? partners.nameDe[~abroad]! : partners.nameEn[~abroad]!;
  const country = named(countries[partners.country[~abroad]!]!, locale);
  const bits = ties.goals.reduce((all, mask) => all | mask[row]!, 0);
  const goals = GOALS.filter((goal) => bits & (1 << goal)).join(', ');
  return goals === ''
    ? m.mentor_tie({ partner, country }, { locale })
    : m.mentor_tie_goals({ goals, partner, country }, { locale });
}
