/**
 * The look of the toolbar's host. In a shadow tree `:host` rules that are important beat every rule of the
 * page, important ones and animations included: so the page can neither hide nor shrink nor fade it by style.
 */
export const HOST_STYLES = `
:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 !important;
  width: 100% !important;
  height: 100% !important;
  max-width: none !important;
  max-height: none !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  pointer-events: none !important;
  direction: ltr !important;
  color-scheme: light dark !important;
  z-index: 2147483647 !important;
}
@media print {
  :host {
    display: none !important;
  }
}
iframe {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  border: 0;
  background: transparent;
  color-scheme: light dark;
  pointer-events: auto;
  clip-path: path("M0 0h0v0z");
}
div > div {
  position: absolute;
  border-radius: 5px;
  box-shadow: 0 1px 2px rgb(15 23 42 / 8%), 0 6px 20px rgb(15 23 42 / 16%);
}
`;
