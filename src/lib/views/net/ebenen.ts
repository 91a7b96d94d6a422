/** Levels and civil society: Länder beside their municipalities, or the organisations at work. */
import { m } from '../../i18n/paraglide/messages.js';
import { linkToNet } from '../links.ts';
import { civilView } from './civilview.ts';
import type { Asked, Lens, LensView, OptionGroup } from './lens.ts';
import { levelsView } from './levelsview.ts';

export const ebenen: Lens = { id: 'ebenen', name: m.net_ebenen, short: m.net_ebenen_tab, build };

function build(asked: Asked): LensView {
  const view = asked.net.figure === 'akteure' ? civilView(asked) : levelsView(asked);
  return { ...view, options: [viewOptions(asked), ...view.options] };
}

function viewOptions({ here, net, locale }: Asked): OptionGroup {
  const say = { locale };
  const plain = { right: null, all: false, picked: null } as const;
  return {
    label: m.net_levels_view({}, say),
    choices: [
      {
        label: m.net_levels_land({}, say),
        href: linkToNet(here, { ...plain, figure: null }),
        current: net.figure !== 'akteure'
      },
      {
        label: m.net_levels_civil({}, say),
        href: linkToNet(here, { ...plain, figure: 'akteure' }),
        current: net.figure === 'akteure'
      }
    ]
  };
}
