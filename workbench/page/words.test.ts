// Checks which language the page's own words are in.
import { pageWords } from './words';

test('a Brazilian spreadsheet has Portuguese words around it', () => {
  expect(pageWords('pt_BR').openSidebar).toBe('Abrir barra lateral');
  expect(pageWords('pt-BR')).toEqual(pageWords('pt'));
});

test.each(['en_US', 'es_ES', 'ptx_XX', ''])('%s falls back to English', (locale) => {
  expect(pageWords(locale).openSidebar).toBe('Open the sidebar');
});

test('no Portuguese text was left in English', () => {
  const english = Object.values(pageWords('en_US'));
  expect(Object.values(pageWords('pt_BR')).filter((text) => english.includes(text))).toEqual([]);
});
