export async function audit(_options: { wait: string; json?: boolean }): Promise<void> {}
