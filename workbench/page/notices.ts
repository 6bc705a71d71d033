// Short messages at the foot of the page, such as the add-on's toasts and failed menu commands.
import { make } from './dom';

const shownMs = 6000;

export interface Notices {
  element: HTMLElement;
  show(message: string, title?: string): void;
}

export function createNotices(): Notices {
  const element = make('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
  return {
    element,
    show(message, title = '') {
      const box = make('div', { class: 'notice' });
      if (title !== '') box.append(make('strong', {}, title));
      box.append(make('span', {}, message));
      element.append(box);
      setTimeout(() => box.remove(), shownMs);
    },
  };
}
