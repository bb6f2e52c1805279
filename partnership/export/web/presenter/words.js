/** Messages and their fields. Pure. */

/**
 * A message with its `{names}` filled in; a name without a value stays.
 *
 * @param {string} message
 * @param {Record<string, unknown>} values
 */
export const filled = (message, values) =>
  message.replace(/\{(\w+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
