/** `@/` is the project's folder, as WXT and TypeScript have it: said once more for dependency-cruiser. */
module.exports = { resolve: { alias: { '@': __dirname } } };
