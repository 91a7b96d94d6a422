/** Words for what a comparison of two snapshots tells. Pure. */
import type { Dataset } from '../../domain/dataset.ts';
import type { Field, FieldChange } from '../../domain/deltafields.ts';
import type { Form, Programme, Status } from '../../domain/model.ts';
import { formatList } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { formWords, named, programmeWords, statusWords } from '../labels.ts';

type Say = (inputs?: object, options?: { locale?: Locale }) => string;

export const fieldWords: Record<Field, Say> = {
  form: m.delta_field_form,
  status: m.delta_field_status,
  since: m.delta_field_since,
  programmes: m.delta_field_programmes,
  topics: m.delta_field_topics,
  goals: m.delta_field_goals,
  authorities: m.delta_field_authorities,
  partners: m.delta_field_partners,
  names: m.delta_field_names
};

/** e.g. "Form: nicht erfasst → Freundschaft" */
export function changeWords(
  { field, before, after }: FieldChange,
  names: { before: Names; after: Names },
  locale: Locale
): string {
  const list = (values: string[], dataset: Names) =>
    values.length === 0
      ? m.delta_not_recorded({}, { locale })
      : values.map((value) => valueWords(field, value, dataset, locale)).join(', ');
  const say = { locale };
  return m.delta_change(
    {
      field: fieldWords[field]({}, say),
      before: list(before, names.before),
      after: list(after, names.after)
    },
    say
  );
}

/** A dataset with the names of its members by id. */
export interface Names {
  dataset: Dataset;
  members: ReadonlyMap<string, string>;
}

export function namesOf(dataset: Dataset, locale: Locale): Names {
  const { authorities, partners } = dataset;
  const abroad = locale === 'de' ? partners.nameDe : partners.nameEn;
  return {
    dataset,
    members: new Map([
      ...authorities.id.map((id, row) => [id, authorities.name[row]!] as const),
      ...partners.id.map((id, row) => [id, abroad[row]!] as const)
    ])
  };
}

function valueWords(field: Field, value: string, names: Names, locale: Locale): string {
  const say = { locale };
  switch (field) {
    case 'form':
      return formWords[value as Form]({}, say);
    case 'status':
      return statusWords[value as Status]({}, say);
    case 'programmes':
      return programmeWords[value as Programme]({}, say);
    case 'topics': {
      const topic = names.dataset.topics.find(({ id }) => id === value);
      return topic ? named(topic, locale) : value;
    }
    case 'goals':
      return `SDG ${value}`;
    case 'authorities':
    case 'partners':
      return names.members.get(value) ?? value;
    case 'since':
    case 'names':
      return value;
    default:
      return field satisfies never;
  }
}

export const listOf = (items: string[], locale: Locale): string => formatList(items, locale, 'and');
