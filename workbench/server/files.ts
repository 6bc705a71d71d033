// Serves the page's own files and the sidebar's HTML, each only under its own name.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Feed } from './feed';
import { type Handler, RequestError, type Routes } from './http';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

// A green sheet with a ledger line: drawn here, so that the page needs no picture file.
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#188038"/>' +
  '<path d="M9 8h14v16H9z" fill="#fff"/><path d="M9 13h14M9 18h14M15 8v16" stroke="#188038" stroke-width="1.6"/></svg>';

const pageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ledger for WhatsApp: workbench</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/main.css">
</head>
<body>
<div id="workbench"></div>
<script src="/page/main.js"></script>
</body>
</html>
`;

/** The stand-in for google.script must exist before the sidebar's own scripts run. */
export function withScriptRun(html: string): string {
  const tag = '<script src="/page/frame.js"></script>';
  const head = /<head[^>]*>/i.exec(html);
  if (head) {
    const end = head.index + head[0].length;
    return html.slice(0, end) + tag + html.slice(end);
  }
  const root = /<html[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const end = root ? root.index + root[0].length : 0;
  return html.slice(0, end) + tag + html.slice(end);
}

export function createFileRoutes(pageFolder: string, feed: Feed): Routes {
  const serveFile =
    (name: string): Handler =>
    async ({ response }) => {
      const content = await readFile(path.join(pageFolder, name)).catch(() => {
        throw new RequestError(`${name} is missing. Run: npm start`, 404);
      });
      response.writeHead(200, {
        'content-type': types[path.extname(name)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
      });
      response.end(content);
    };
  const serveText =
    (type: string, text: () => string): Handler =>
    ({ response }) => {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
      response.end(text());
    };
  return {
    'GET /': serveText('text/html; charset=utf-8', () => pageHtml),
    'GET /favicon.svg': serveText('image/svg+xml', () => icon),
    'GET /favicon.ico': serveText('image/svg+xml', () => icon),
    'GET /page/main.js': serveFile('main.js'),
    'GET /page/main.css': serveFile('main.css'),
    'GET /page/frame.js': serveFile('frame.js'),
    'GET /sidebar': serveText('text/html; charset=utf-8', () => {
      const sidebar = feed.sidebar();
      if (!sidebar) throw new RequestError('The sidebar has not been opened yet.', 404);
      return withScriptRun(sidebar.html);
    }),
  };
}
