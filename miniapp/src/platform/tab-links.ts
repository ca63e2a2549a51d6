/**
 * Taro's tab bar in a browser is made of links to a script, which the security policy forbids and the console reports.
 * The bar has heard the tap by itself, so nobody follows them. That it is a way around is told here, too.
 */
export function leaveTabLinksAlone(): void {
  document.querySelector('taro-tabbar')?.setAttribute('role', 'navigation');
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.weui-tabbar__item') : null;
    if (link) event.preventDefault();
  });
}
