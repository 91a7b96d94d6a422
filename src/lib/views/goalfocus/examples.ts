/** Good examples for the goals, in words: who with whom, and why the goal counts. */
import type { Dataset } from '../../domain/dataset.ts';
import type { Extras } from '../../domain/detail.ts';
import { examplesFor } from '../../domain/focusexamples.ts';
import { formatList } from '../../i18n/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { named } from '../labels.ts';
import { linkToMap, webAddress, type Here } from '../links.ts';

export interface ExampleView {
  id: string;
  title: string;
  summary: string;
  who: string;
  /** The body's panel on the map. */
  href: string;
  /** "SDG 13, auf der Seite genannt" or "über das Handlungsfeld Wasser". */
  reason: string;
  url: string;
}

export interface ExamplesView {
  /** In the order of the data. */
  list: ExampleView[];
  /** How many there are at all. */
  all: number;
}

export function examplesView(dataset: Dataset, extras: Extras, here: Here): ExamplesView {
  const say = { locale: here.locale };
  const list = examplesFor(dataset, extras.examples, here.filters).map((one): ExampleView => {
    const { line, authority } = one;
    const topics = one.topics.flatMap(
      (id) => dataset.topics.find((topic) => topic.id === id) ?? []
    );
    const words = topics.map((topic) => named(topic, here.locale));
    const body = authority >= 0 ? dataset.authorities.name[authority]! : '';
    return {
      id: line.id,
      title: line.title,
      summary: line.summary,
      who: [body, line.partnerName].filter(Boolean).join(' – '),
      href: line.authority === '' ? '' : linkToMap(here, { place: line.authority }),
      reason:
        one.named.length > 0
          ? m.focus_example_named(
              { list: formatList(one.named.map(String), here.locale, 'and') },
              say
            )
          : m.focus_example_topic(
              { count: words.length, list: formatList(words, here.locale, 'and') },
              say
            ),
      url: webAddress(line.url)
    };
  });
  return { list, all: extras.examples.length };
}
