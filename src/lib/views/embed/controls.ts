/** Links in an embed that change what it shows: what is seen, and the filters asked for most. */
import { NO_FILTERS, type Filters } from '../../domain/filters.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Choice, Choices } from '../choices.ts';
import type { ViewId } from '../embedded.ts';
import { changed, type Asked, type Control } from './embed.ts';

/**
 * One choice or none of SDG, Land and world region; what is chosen is taken away by `all`. Options
 * that have nothing are left out: a frame has little room.
 */
export function filterControls(view: ViewId, asked: Asked, choices: Choices): Control[] {
  if (!asked.look.controls) return [];
  const say = { locale: asked.locale };
  const group = (
    label: string,
    all: Choice[],
    none: Partial<Filters>,
    only: (value: string) => Partial<Filters>,
    name: (choice: Choice) => string = (choice) => choice.label
  ): Control => ({
    label,
    choices: [
      {
        label: m.embed_all({}, say),
        href: changed(view, asked, none, { page: 1 }),
        current: !all.some(({ chosen }) => chosen)
      },
      ...all
        .filter(({ chosen, partnerships }) => chosen || partnerships > 0)
        .map((choice) => ({
          label: name(choice),
          href: changed(view, asked, only(choice.value), { page: 1 }),
          current: choice.chosen
        }))
    ]
  });
  return [
    group(
      m.embed_goal({}, say),
      choices.goals.filter(({ value }) => value !== 'keine'),
      { goals: NO_FILTERS.goals },
      (value) => ({ goals: [Number(value)] }),
      ({ value, label }) => `SDG ${value} ${label}`
    ),
    group(m.embed_land({}, say), choices.laender, { laender: [], kreise: [] }, (value) => ({
      laender: [value],
      kreise: []
    })),
    group(m.embed_region({}, say), choices.regions, { regions: [], countries: [] }, (value) => ({
      regions: [value],
      countries: []
    }))
  ];
}
