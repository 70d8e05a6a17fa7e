export function bundleScript(
  entry: string,
  options?: { minify?: boolean; name?: string; product?: string },
): Promise<string>;
