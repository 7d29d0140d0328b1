/** Pictures and faces mean about the same in every language. */
export const POSITIVE_EMOJI = new Set([
  ...'😀😃😄😁😆😊🙂😍🥰😘😗😙😚🤗🤩😎😋😛😜😝🥳😇😌👍👏🙌🙏💪🎉🎊✨🌟⭐💖💗💓💞💕💘💝💙💚💛🧡💜🖤🤍❤💯🔥🏆🥇🎂🌹🌸🌺🌻🌞☀🌈😻👌✌🤝🫶💃🕺🍻🥂😂🤣😹👑💐🎁😏😉☺✅',
]);
export const NEGATIVE_EMOJI = new Set([
  ...'😠😡🤬😤😒🙄😞😔😟😕🙁☹😣😖😫😩😢😭😥😰😨😱😓🤢🤮🤧😷🤒🤕💔👎🖕💩😾😿🙅🤦🤷😑😐😬🤡👿😈☠💀🚫❌⚠🆘🥺😪🥱🤥😵',
]);
for (const face of [':)', ':d', ';)', ':p', ':]']) POSITIVE_EMOJI.add(face);
for (const face of [':(', ":'(", ':/', '-_-', ':[', ':|']) NEGATIVE_EMOJI.add(face);
