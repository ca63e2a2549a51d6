/*
 * Taro's router and components put style elements into the page by script, with texts of their own. The policy of the
 * site takes only those that carry the number of this very answer: what is slipped into a page from elsewhere has none.
 * Its toasts, dialogs and sheets write style attributes, which the policy refuses, too: the same words said to the style of
 * an element are taken. It comes before everything else, for they do so as soon as they are loaded; plain words, for nothing translates it.
 */
(function () {
  var meta = document.querySelector('meta[name="csp-nonce"]');
  if (!meta) return;
  var nonce = meta.getAttribute('content');
  var make = document.createElement;
  document.createElement = function (name, options) {
    var made = make.call(document, name, options);
    if (String(name).toLowerCase() === 'style') made.setAttribute('nonce', nonce);
    return made;
  };
  var setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (this.style && String(name).toLowerCase() === 'style') this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };
})();
