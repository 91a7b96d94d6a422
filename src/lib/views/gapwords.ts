/** Words for the axes of the gap matrix and their positions, in the reader's language. */
import type { Dataset } from '../domain/dataset.ts';
import type { Extras } from '../domain/detail.ts';
import { ALL, type GapAxisId, type GapMeasure } from '../domain/gapaxes.ts';
import type { Locale } from '../i18n/locale.ts';
import { m } from '../i18n/paraglide/messages.js';
import { formWords, goalName, named, programmeWords, sizeWords } from './labels.ts';

type Words = (inputs?: object, options?: { locale?: Locale }) => string;

export const gapAxisWords: Record<GapAxisId, Words> = {
  sdg: m.gap_axis_sdg,
  land: m.land,
  groesse: m.gap_axis_groesse,
  region: m.region,
  gruppe: m.gap_axis_gruppe,
  form: m.form,
  programm: m.programme,
  netzwerk: m.gap_axis_netzwerk
};

export const gapMeasureWords: Record<GapMeasure, Words> = {
  anteil: m.gap_measure_anteil,
  partnerschaften: m.gap_measure_partnerschaften,
  je100000: m.gap_measure_je100000,
  einwohner: m.gap_measure_einwohner
};

const groupWords: Record<string, Words> = {
  oda: m.gap_group_oda,
  ldc: m.gap_group_ldc,
  andere: m.gap_group_andere
};

/**
 * @param id of a position of the axis, or `alle`
 * @returns the words; the id itself where nothing is called so
 */
export function gapValueWords(
  { dataset, extras }: { dataset: Dataset; extras: Pick<Extras, 'networks'> | null },
  axis: GapAxisId,
  id: string,
  locale: Locale
): string {
  const say = { locale };
  if (id === ALL) return m.gap_all({}, say);
  if (id === 'inland') return m.gap_inland({}, say);
  switch (axis) {
    case 'sdg': {
      const goal = dataset.goals.find((one) => String(one.goal) === id);
      return id === 'keine' ? m.goal_none({}, say) : goal ? `${id} ${goalName(goal, locale)}` : id;
    }
    case 'land':
      return dataset.laender.find(({ code }) => code === id)?.name ?? id;
    case 'groesse':
      return wordOf(sizeWords, id, locale);
    case 'region': {
      const region = dataset.regions.find(({ code }) => code === id);
      return region
        ? named(region, locale)
        : id === 'unbekannt'
          ? m.gap_region_unknown({}, say)
          : id;
    }
    case 'gruppe':
      return wordOf(groupWords, id, locale);
    case 'form':
      return wordOf(formWords, id, locale);
    case 'programm':
      return wordOf(programmeWords, id, locale);
    case 'netzwerk': {
      const network = extras?.networks.find((one) => one.id === id);
      if (network) return named(network, locale);
      return id === 'unbekannt' ? m.gap_network_unknown({}, say) : id;
    }
  }
}

const wordOf = (words: Partial<Record<string, Words>>, id: string, locale: Locale): string =>
  words[id]?.({}, { locale }) ?? id;
