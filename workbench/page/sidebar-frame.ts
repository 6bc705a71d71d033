// The 300 px area at the right that shows the add-on's sidebar in a sandboxed frame of its own origin.
import { make } from './dom';

export interface SidebarFrame {
  element: HTMLElement;
  /** @param take the keyboard: true where the person has just asked for the sidebar */
  open(title: string, version: number, take: boolean): void;
  close(): void;
}

export function createSidebarFrame(
  origin: string,
  onChange: (open: boolean) => void,
  focusGrid: () => void,
  closeLabel: string,
): SidebarFrame {
  const title = make('h1', {});
  const body = make('div', { class: 'sidebar-body' });
  const closeButton = make(
    'button',
    { type: 'button', class: 'close-button', 'aria-label': closeLabel },
    '✕',
  );
  const element = make(
    'aside',
    { class: 'sidebar', hidden: true, 'aria-label': 'Add-on' },
    make('div', { class: 'sidebar-head' }, title, closeButton),
    body,
  );
  let frame: HTMLIFrameElement | null = null;

  function close(): void {
    frame?.remove();
    frame = null;
    element.hidden = true;
    onChange(false);
  }
  closeButton.addEventListener('click', close);
  window.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== frame?.contentWindow) return;
    if (event.data?.workbench === 'close') close();
    if (event.data?.workbench === 'focus') focusGrid();
  });

  return {
    element,
    close,
    open(text, version, take) {
      frame?.remove();
      title.textContent = text;
      // What Sheets allows its sidebars. The frame has another origin than the page, so it stays apart.
      frame = make('iframe', {
        title: text,
        name: 'sidebar',
        sandbox:
          'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals',
        allow: 'clipboard-read; clipboard-write',
        src: `${origin}/sidebar?v=${version}`,
      });
      if (take) {
        // The grid keeps the Tab key to itself: without this nobody gets here by keyboard alone.
        const opened = frame;
        opened.addEventListener('load', () => opened.focus(), { once: true });
      }
      body.replaceChildren(frame);
      element.hidden = false;
      onChange(true);
    },
  };
}
