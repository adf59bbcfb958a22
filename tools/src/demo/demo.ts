import type { Site } from '../site/site.js';

export async function runDemo(_site: Site, _progress: (what: string) => void): Promise<void> {}
