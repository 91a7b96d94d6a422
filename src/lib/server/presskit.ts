/** The press kit of a view, of one snapshot that every address in it names. */
import { locale } from '../i18n/locale.ts';
import { PICTURES } from '../pictures/pictures.ts';
import type { Parsed } from '../url/codec.ts';
import type { ViewId } from '../views/embedded.ts';
import { buildPressKit, type PressKit } from '../views/presskit/presskit.ts';
import { stillView } from '../views/still.ts';
import type { Operator } from './operator.ts';
import { pictureSnapshot } from './pictures.ts';
import type { Loaded } from './store.ts';

export interface AskedKit {
  view: ViewId;
  loaded: Loaded;
  /** With the snapshot's number, so that every address has it. */
  parsed: Parsed;
}

/** The address with the number of the snapshot that answers it. */
export const frozen = (parsed: Parsed, { manifest }: Loaded): Parsed => ({
  ...parsed,
  view: { ...parsed.view, snapshot: manifest.version }
});

/** The part of the address that the picture shows. */
export function stillOf({ view, parsed }: Pick<AskedKit, 'view' | 'parsed'>): Parsed {
  const { page, face } = PICTURES[view]!;
  return { ...parsed, view: stillView(parsed.view, page, face) };
}

/** @param origin of the site, e.g. `https://atlas.example.org` */
export function pressKit(asked: AskedKit, by: Operator, origin: string): PressKit {
  const { view, loaded, parsed } = asked;
  const { dataset, details, register, layout } = loaded;
  const data = { dataset, details, register };
  const language = locale();
  const snapshot = pictureSnapshot(loaded, language);
  const still = stillOf(asked);
  const shown = PICTURES[view]!.show({ data, layout, parsed: still, locale: language, snapshot });
  return buildPressKit({
    ...{ view, parsed, still: still.view, shown, data, snapshot, origin },
    operator: { name: by.name, mail: by.mail },
    locale: language
  });
}
