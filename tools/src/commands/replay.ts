export async function replayFile(_file: string, _options: object): Promise<void> {}
export async function showBooks(_options: object): Promise<void> {}
