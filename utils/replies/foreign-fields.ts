/** Other tools' placeholders, in our writing. */

/** Chatwoot's `{{contact.first_name}}`, Toolbox's `{author}`: by name, whatever the braces. */
const NAMES: Record<string, string> = {
  'contact.first_name': 'first name', 'contact.firstname': 'first name', 'contact.name': 'name', 'contact.full_name': 'name', 'contact.last_name': 'name',
  'agent.name': 'our name', 'agent.first_name': 'our name', 'user.name': 'our name', 'customer.name': 'name', 'customer.first_name': 'first name',
  author: 'first name', mod: 'our name', url: 'link', link: 'link', firstname: 'first name', first_name: 'first name', customer_name: 'name', agent_name: 'our name',
}; // biome-ignore format: a table

export function translated(text: string): string {
  return unescaped(text)
    .replace(/\{\{-?\s*([\w.](?:[\w. ]{0,58}[\w.])?)\s*(?:\|[^{}]*)?-?\}\}/gu, (_, name: string) => `{${ours(name)}}`)
    .replace(/\{formtext:([^{}]*)\}/giu, (_, options: string) => textField(options))
    .replace(/\{formparagraph:([^{}]*)\}/giu, (_, options: string) => textField(options))
    .replace(/\{formmenu:([^{}]*)\}/giu, (_, options: string) => menuField(options))
    .replace(/\{formdate:([^{}]*)\}/giu, (_, options: string) => `{?${option(options, 'name') || 'date'}: date}`)
    .replace(/\{formtoggle:([^{}]*)\}([^{}]*)\{endformtoggle\}/giu, (_, options: string, words: string) =>
      toggleField(options, words),
    )
    .replace(/\{(?:cursor|clipboard|enter|tab)\}/giu, '')
    .replace(/\{([\w. ]{1,60})\}/gu, (_, name: string) => `{${ours(name)}}`);
}

/** Toolbox keeps its texts as `escape()` wrote them: `%20`, `%u2019`. */
function unescaped(text: string): string {
  if (/\s/u.test(text) || !/%(?:[\dA-F]{2}|u[\dA-F]{4})/iu.test(text)) return text;
  return text.replace(/%u([\dA-F]{4})|%([\dA-F]{2})/giu, (_, long?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short ?? '20', 16)),
  );
}

function ours(name: string): string {
  return NAMES[name.trim().toLowerCase()] ?? name.trim().replace(/[._]+/gu, ' ');
}

/** Text Blaze: `name=batch; default=K; a; b`. */
function option(options: string, name: string): string {
  const found = options.split(';').find((part) => part.trim().toLowerCase().startsWith(`${name}=`));
  return (
    found
      ?.split('=')
      .slice(1)
      .join('=')
      .trim()
      .replace(/[|:{}=]/gu, ' ') ?? ''
  );
}

function textField(options: string): string {
  const given = option(options, 'default');
  return `{?${option(options, 'name') || 'text'}${given && `=${given}`}}`;
}

function menuField(options: string): string {
  const given = option(options, 'default');
  const choices = options.split(';').map((part) => part.trim()).filter((part) => part !== '' && !/^\w+=/u.test(part)); // biome-ignore format: one step
  const all = given && !choices.includes(given) ? [given, ...choices] : choices;
  return `{?${option(options, 'name') || 'choice'}: ${all.map((choice) => (choice === given ? `*${choice}` : choice)).join(' | ')}}`;
}

function toggleField(options: string, words: string): string {
  const isOff = /^(?:no|false|off)$/iu.test(option(options, 'default'));
  return `{?${option(options, 'name') || 'choice'}: toggle${isOff ? '=off' : ''}: ${words.trim()}}`;
}
