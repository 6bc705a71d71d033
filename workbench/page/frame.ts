// Runs inside the sidebar's frame before its own scripts and gives it the `google.script` it expects.
import type { Plain } from './arguments';
import { createRunner } from './script-run';

type Answer = { ok: true; value: Plain } | { ok: false; error: { message: string } };

async function send(name: string, args: Plain[]): Promise<Plain> {
  let response: Response;
  try {
    response = await fetch('/api/run', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ function: name, args }),
    });
  } catch {
    throw new Error('NetworkError: Connection failure due to HTTP 0');
  }
  const answer = (await response.json()) as Answer;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

// The page is always on 127.0.0.1, this frame on localhost, both on the same port.
const pageOrigin = `http://127.0.0.1:${window.location.port}`;
const tellPage = (message: string): void =>
  window.parent.postMessage({ workbench: message }, pageOrigin);

Object.defineProperty(window, 'google', {
  value: {
    script: {
      run: createRunner(send),
      host: {
        origin: pageOrigin,
        close: () => tellPage('close'),
        editor: { focus: () => tellPage('focus') },
        // Sidebars cannot be resized; Sheets ignores the calls as well.
        setHeight: () => undefined,
        setWidth: () => undefined,
      },
    },
  },
});

// Links leave the frame as they do in Sheets, where the base target is always a new tab.
document.addEventListener('DOMContentLoaded', () => {
  if (!document.querySelector('base')) {
    const base = document.createElement('base');
    base.target = '_blank';
    document.head.append(base);
  }
});
