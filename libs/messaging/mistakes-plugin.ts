import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { MISTAKES } from './src/simulation/mistakes.js';

const SOURCE = fileURLToPath(new URL('./src/', import.meta.url));

/**
 * Plants a mistake into the source: a module imported with `?mistake=N` and everything of this library that it imports
 * are loaded a second time, with the N-th mistake in place.
 */
export function mistakesPlugin(): Plugin {
  return {
    name: 'planted-mistakes',
    enforce: 'pre',
    async resolveId(source, importer) {
      const mistake = mistakeOf(importer);
      if (mistake === undefined || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer!.replace(/\?.*$/, ''), { skipSelf: true });
      return resolved && `${resolved.id}?mistake=${mistake}`;
    },
    transform(code, id) {
      const mistake = MISTAKES[Number(mistakeOf(id) ?? -1)];
      if (!mistake || id.replace(/\?.*$/, '') !== `${SOURCE}${mistake.file}`) return null;
      const place = looseMatch(mistake.find);
      if (code.split(place).length !== 2) throw new Error(`"${mistake.name}" must match once in ${mistake.file}`);
      return code.replace(place, () => mistake.replace);
    },
  };
}

/** Finds a text however a formatter has broken its lines. */
function looseMatch(text: string): RegExp {
  const tokens = text.trim().match(/\w+|[^\s\w]/g) ?? [];
  return new RegExp(tokens.map((token) => token.replace(/[^\w]/g, '\\$&')).join(',?\\s*'));
}

function mistakeOf(id: string | undefined): string | undefined {
  return /\?mistake=(\d+)/.exec(id ?? '')?.[1];
}
