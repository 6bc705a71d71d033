// Small drawings beside the page's own menu entries, in the line weight of the grid's.
import type { Injector } from '@univerjs/core';
import { ComponentManager } from '@univerjs/preset-sheets-core';
import { createElement } from 'react';

const draw = (path: string): unknown =>
  createElement(
    'svg',
    {
      width: '1em',
      height: '1em',
      viewBox: '0 0 16 16',
      fill: 'none',
      stroke: 'currentColor',
      strokeLinecap: 'round',
      strokeLinejoin: 'round',
      'aria-hidden': true,
    },
    createElement('path', { d: path }),
  );

const arrow = 'M11 3v10M8.5 10.5 11 13l2.5-2.5';
const funnel = 'M2 3h12L9.5 8.5V13l-3-1.5v-3z';
const icons = {
  SortAscending: () => draw(`M2 7 4 2l2 5M2.7 5.4h2.6M2.2 9.5h3.6L2.2 14h3.6${arrow}`),
  SortDescending: () => draw(`M2.2 2h3.6L2.2 6.5h3.6M2 14l2-5 2 5M2.7 12.4h2.6${arrow}`),
  Filter: () => draw(funnel),
  RemoveFilter: () => draw(`${funnel}M2 2l12 12`),
};

export type MenuIcon = keyof typeof icons;

/** The name under which the grid knows an icon of ours. */
export const iconName = (icon: MenuIcon): string => `Workbench${icon}Icon`;

export function registerIcons(injector: Injector): void {
  const components = injector.get(ComponentManager);
  for (const [name, icon] of Object.entries(icons)) {
    components.register(iconName(name as MenuIcon), icon as never);
  }
}
