"""When is a page painted? Asked inside the browser, alike for the baselines and for our pages.

A chart is painted when its SVG holds marks; a map when the pixels of its canvas are not all the
same (its drawing buffer is kept for that, on every page measured); a table when its canvas has a
size; words when they are there and no placeholder is. What a container must hold is known before
(`chart .st-key-…`), or its title alone would pass for a map that is still to come.

Time runs from the start of the navigation, or from the event of the reader's choice, to the first
look (every 15 ms) that finds everything painted. Before a choice the page has looked the same for
0.8 s.
"""

from __future__ import annotations

INIT = """
(() => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    const kept = /webgl/.test(kind) ? {...options, preserveDrawingBuffer: true} : options;
    return real.call(this, kind, kept);
  };
  const small = document.createElement('canvas');
  small.width = small.height = 48;
  const pen = small.getContext('2d', {willReadFrequently: true});
  const pixels = canvas => {
    if (!canvas || canvas.width < 50) return null;
    pen.clearRect(0, 0, 48, 48);
    pen.drawImage(canvas, 0, 0, 48, 48);
    return new Uint32Array(pen.getImageData(0, 0, 48, 48).data.buffer);
  };
  const hash = seen => String(seen.reduce((a, b) => (a * 31 + b) | 0, 7));
  const marks = box => {
    const svg = box.querySelector('svg.marks');
    const count = svg ? svg.querySelectorAll('.mark-group *').length : 0;
    return count > 5 ? `${count} ${svg.textContent}` : '';
  };
  const map = box => {
    for (const canvas of box.querySelectorAll('[data-testid="stDeckGlJsonChart"] canvas')) {
      const seen = pixels(canvas);
      if (seen && seen.some(p => p !== seen[0])) return hash(seen);
    }
    return '';
  };
  const words = box => {
    if (box.querySelector('[data-testid="stSkeleton"]')) return '';
    const table = [...box.querySelectorAll('*')].find(e => e.shadowRoot);
    if (table && !table.shadowRoot.querySelector('tbody tr')) return '';
    const rows = table?.shadowRoot.textContent ?? '';
    return (box.innerText + rows).trim().length > 40 ? box.textContent + rows : '';
  };
  const eyes = {chart: marks, map, words};
  const look = one => {
    const [kind, selector] = one.split(' ');
    const box = document.querySelector(selector);
    return box ? eyes[kind](box) : '';
  };
  const idle = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    return app && app.dataset.testScriptState === 'notRunning'
      && !document.querySelector('[data-stale="true"]');
  };
  const until = (condition, start, all) => new Promise((resolve, reject) => {
    const begun = performance.now();
    const step = () => {
      if (condition()) resolve(performance.now() - start());
      else if (performance.now() - begun < 60000) setTimeout(step, 15);
      else reject(new Error('not painted after a minute: ' + all.filter(s => !look(s))));
    };
    step();
  });
  const note = event => { if (event.isTrusted) window.benchStart = performance.now(); };
  addEventListener('click', note, true);
  addEventListener('keydown', event => { if (event.key === 'Enter') note(event); }, true);
  window.bench = {
    look,
    looks: all => Object.fromEntries(all.map(s => [s, look(s)])),
    painted: all => until(() => all.every(look), () => 0, all),
    repainted: (before, all) => until(
      () => all.every(s => look(s) && look(s) !== before[s]), () => window.benchStart, all,
    ),
    changed: (before, all) => until(
      () => idle() && all.every(look) && Object.keys(before).every(s => look(s) !== before[s]),
      () => window.benchStart,
      all,
    ),
    above: all => all.filter(
      s => document.querySelector(s.split(' ')[1]).getBoundingClientRect().top < innerHeight,
    ),
    still: all => {
      let before = null;
      let since = performance.now();
      return until(() => {
        const now = idle() && all.map(look).join();
        if (!now || now !== before) [before, since] = [now, performance.now()];
        return performance.now() - since > 800;
      }, () => 0, all);
    },
  };
})();
"""
