// The bar above the grid: document name, the add-on's menu, the sample token and what to do first.
import type { MenuItem } from '../host/api';
import type { PageInfo } from './client';
import { make } from './dom';
import type { PageWords } from './words';

const addonName = 'Ledger for WhatsApp';

export interface TopBar {
  element: HTMLElement;
  /** The main button is there only while the sidebar is closed. */
  setSidebarOpen(open: boolean): void;
  focusOpenButton(): void;
  setStatus(text: string): void;
}

function icon(): SVGElement {
  const holder = make('div');
  holder.innerHTML =
    '<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#188038"/>' +
    '<path d="M9 8h14v16H9z" fill="#fff"/><path d="M9 13h14M9 18h14M15 8v16" stroke="#188038" stroke-width="1.6"/></svg>';
  return holder.firstElementChild as SVGElement;
}

/** The item whose name speaks of opening or the sidebar, else the first one. */
export function findSidebarItem(menu: MenuItem[]): MenuItem | null {
  const items = menu.filter((item) => item.function !== '');
  return (
    items.find((item) => /sidebar/i.test(item.function)) ??
    items.find((item) => /open|show|abrir|mostrar/i.test(`${item.function} ${item.label}`)) ??
    items[0] ??
    null
  );
}

function createMenu(menu: MenuItem[], label: string, run: (item: MenuItem) => void): HTMLElement {
  const list = make('div', { class: 'menu-list', role: 'menu', hidden: true });
  const button = make(
    'button',
    { type: 'button', class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    label,
  );
  const setOpen = (open: boolean): void => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) list.querySelector('button')?.focus();
  };
  list.append(make('div', { class: 'menu-title' }, addonName));
  for (const item of menu) {
    if (item.function === '') {
      list.append(make('hr'));
      continue;
    }
    list.append(
      make(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          click: () => {
            setOpen(false);
            run(item);
          },
        },
        item.label,
      ),
    );
  }
  button.addEventListener('click', () => setOpen(list.hasAttribute('hidden')));
  list.addEventListener('keydown', (event) => {
    const items = [...list.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      items[(at + step + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape') {
      setOpen(false);
      button.focus();
    }
    // The grid listens on the whole page; keys of the menu are not for it.
    event.stopPropagation();
  });
  document.addEventListener('pointerdown', (event) => {
    if (!list.hasAttribute('hidden') && !holder.contains(event.target as Node)) setOpen(false);
  });
  const holder = make('div', { class: 'menu' }, button, list);
  return holder;
}

function createToken(token: string, words: PageWords): HTMLElement {
  const copy = make('button', { type: 'button', class: 'quiet-button' }, words.copy);
  const text = make('code', { id: 'sample-token', title: token }, token);
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(token);
      copy.textContent = words.copied;
    } catch {
      // Without the permission the person copies it by hand.
      getSelection()?.selectAllChildren(text);
      copy.textContent = words.copyByHand;
    }
    setTimeout(() => {
      copy.textContent = words.copy;
    }, 1600);
  });
  return make('div', { class: 'token' }, make('span', {}, words.sampleToken), text, copy);
}

export function createTopBar(
  info: PageInfo,
  words: PageWords,
  run: (item: MenuItem) => void,
): TopBar {
  const sidebarItem = findSidebarItem(info.menu);
  const open = make(
    'button',
    { type: 'button', class: 'main-button', id: 'open-sidebar' },
    words.openSidebar,
  );
  if (sidebarItem) open.addEventListener('click', () => run(sidebarItem));
  else open.disabled = true;
  const hint = info.sampleToken ? words.startWithSample : words.startWithOwn;
  const status = make('span', { class: 'status', role: 'status' });
  const element = make(
    'header',
    { class: 'top-bar' },
    icon(),
    make(
      'div',
      { class: 'names' },
      make('div', { class: 'document-name' }, info.documentName, status),
      make('nav', { 'aria-label': 'Menu' }, createMenu(info.menu, words.extensions, run)),
    ),
    make(
      'div',
      { class: 'start' },
      ...(info.sampleToken ? [createToken(info.sampleToken, words)] : []),
      make('div', { class: 'hint' }, hint),
    ),
    open,
  );
  return {
    element,
    setSidebarOpen: (isOpen) => {
      open.hidden = isOpen;
    },
    focusOpenButton: () => open.focus(),
    setStatus: (text) => {
      status.textContent = text;
    },
  };
}
