/** Tells the parent process where this server listens, then its processor time whenever asked, until told to stop. */
export function serveParent(url: string, close: () => Promise<void>): void {
  process.on('message', (asked) => {
    if (asked === 'stop') {
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
      return;
    }
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000 });
  });
  process.on('disconnect', () => process.exit(1));
  process.send?.({ url });
}
