/** What our script has in its isolated world when somebody writes. */
export { insertText } from '../../../utils/adapters/composer/insert';
export { shortcutBefore } from '../../../utils/composing/shortcut';
