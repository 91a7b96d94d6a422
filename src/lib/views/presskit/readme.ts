/**
 * The press kit as plain text, for the file that lies beside the others in the ZIP.
 *
 * Contract: pure; says what the page says, with full addresses, and nothing of the day it was packed:
 * the same snapshot gives the same text.
 */
import type { Locale } from '../../i18n/locale.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { PressKit } from './presskit.ts';

/** A file of the ZIP, and what it is. */
export interface Packed {
  name: string;
  about: string;
}

/** @param origin of the site, for addresses that are none yet */
export function readmeText(
  kit: PressKit,
  files: readonly Packed[],
  { locale, origin }: { locale: Locale; origin: string }
): string {
  const say = { locale };
  const section = (title: string, lines: readonly string[]) => [
    '',
    title,
    '-'.repeat(title.length),
    ...lines.filter((line) => line !== '')
  ];
  const dashed = (lines: readonly string[]) => lines.map((line) => `- ${line}`);
  const { claim, contact } = kit;
  const name = `${m.site_name({}, say)}: ${m.press_kicker({}, say)}`;
  const lines = [
    name,
    '='.repeat(name.length),
    kit.title,
    ...[kit.about, kit.stand].filter((line) => line !== ''),
    ...section(m.press_figure({}, say), [
      [kit.large, kit.largeNote].filter(Boolean).join(' '),
      kit.sentence,
      ...(claim ? [claim.known, claim.upper, claim.beside] : []),
      kit.seen
    ]),
    ...section(m.press_caveats({}, say), dashed(kit.caveats)),
    ...section(m.press_credit({}, say), [
      m.press_credit_about({}, say),
      kit.credit,
      m.press_licence({ licence: `${kit.licence.name} (${kit.licence.url})` }, say),
      ...dashed(kit.layers.map(layerLine))
    ]),
    ...section(m.press_stand({}, say), [
      `${m.press_stand_about({}, say)} ${kit.frozen}`,
      `${m.press_kit_address({}, say)} ${kit.kit}`,
      `${m.press_changes({}, say)}: ${origin}${kit.changes}`,
      `${m.feed_link({}, say)}: ${origin}${kit.feed}`
    ]),
    ...section(m.press_embed({}, say), [
      m.press_embed_about({}, say),
      `${m.press_embed_link({}, say)}: ${origin}${kit.embed}`
    ]),
    ...section(
      m.press_contact({}, say),
      contact.mail === ''
        ? [contact.name, m.press_contact_missing({}, say)]
        : [contact.name, contact.mail]
    ),
    ...section(m.press_files({}, say), dashed(files.map((file) => `${file.name}: ${file.about}`)))
  ];
  return plainText(lines);
}

const layerLine = ({ title, attribution, licence, licenceUrl }: PressKit['layers'][number]) =>
  `${attribution || title} (${[licence, licenceUrl].filter(Boolean).join(', ')})`;

/** As editors of every system open it: marked as UTF-8, lines ended the way they all understand. */
export const plainText = (lines: readonly string[]): string =>
  `\ufeff${lines.map((line) => line.replace(/[ \t\r\n]+/g, ' ').trim()).join('\r\n')}\r\n`;
