/**
 * Reading nodes of a page, any of which may be a form. A control named like a property hides that property on its
 * form: `form.parentElement` may be an <input>, `form.closest` too. So the properties of a page's node are read
 * through the prototypes, as the browser made them. A test keeps the dot away from whatever may be a form.
 *
 * Names and answers are the DOM's own. A node that is not there has no answer, as behind `?.`.
 */

export * from './element';
export * from './node';
export { lookIntoClosed, shadowOfPage, shadowRootsIn } from './shadow';
export { yieldNow } from './yield-now';
