// The second sanitiser. The first one, in the program, has done its work already; this one does not trust it.

import createDOMPurify from 'dompurify';

/**
 * A function from HTML to a fragment that keeps only these tags and attributes, and addresses that fit.
 * `keepAttribute(name, value)` has the last word on each attribute.
 */
export function purifier({ tags, attributes, addresses, keepAttribute }) {
  const purify = createDOMPurify(window);
  purify.addHook('uponSanitizeAttribute', (node, data) => {
    if (!keepAttribute(data.attrName, data.attrValue)) {
      data.keepAttr = false;
    }
  });
  const settings = {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    SANITIZE_DOM: true,
    SANITIZE_NAMED_PROPS: true,
    ALLOWED_URI_REGEXP: addresses,
    RETURN_DOM_FRAGMENT: true,
  };
  return (html) => purify.sanitize(html ?? '', settings);
}
