import { describe, expectTypeOf, it } from 'vitest';
import type * as askMessagesH5 from './ask-messages.h5';
import type * as askMessages from './ask-messages';
import type * as copyPageH5 from './copy-page.h5';
import type * as copyPage from './copy-page';
import type * as downloadH5 from './download.h5';
import type * as download from './download';
import type * as filesH5 from './files.h5';
import type * as files from './files';
import type * as offlineH5 from './offline.h5';
import type * as offline from './offline';
import type * as pageAddressH5 from './page-address.h5';
import type * as pageAddress from './page-address';
import type * as phoneCalendarH5 from './phone-calendar.h5';
import type * as phoneCalendar from './phone-calendar';
import type * as photoH5 from './photo.h5';
import type * as photo from './photo';
import type * as scanH5 from './scan.h5';
import type * as scan from './scan';
import type * as scrollH5 from './scroll.h5';
import type * as scroll from './scroll';
import type * as signingSheetH5 from './signing-sheet.h5';
import type * as signingSheet from './signing-sheet';
import type * as standStillH5 from './stand-still.h5';
import type * as standStill from './stand-still';

/** Callers see WeChat's twin only, so the browser's must offer at least the same. */
describe('platform twins', () => {
  it('offer the same to their callers', () => {
    expectTypeOf<typeof askMessagesH5>().toExtend<typeof askMessages>();
    expectTypeOf<(typeof copyPageH5)['copyPage']>().toEqualTypeOf<(typeof copyPage)['copyPage']>();
    expectTypeOf<typeof filesH5>().toExtend<typeof files>();
    expectTypeOf<typeof phoneCalendarH5.addToPhoneCalendar>().toEqualTypeOf<typeof phoneCalendar.addToPhoneCalendar>();
    expectTypeOf<typeof offlineH5>().toExtend<typeof offline>();
    expectTypeOf<typeof pageAddressH5.keepInAddress>().toEqualTypeOf<typeof pageAddress.keepInAddress>();
    expectTypeOf<typeof photoH5>().toExtend<typeof photo>();
    expectTypeOf<typeof scanH5>().toExtend<typeof scan>();
    expectTypeOf<(typeof downloadH5)['savePicture']>().toEqualTypeOf<(typeof download)['savePicture']>();
    expectTypeOf<typeof scrollH5>().toEqualTypeOf<typeof scroll>();
    expectTypeOf<typeof signingSheetH5>().toEqualTypeOf<typeof signingSheet>();
    expectTypeOf<typeof standStillH5>().toExtend<typeof standStill>();
    expectTypeOf<(typeof downloadH5)['openFile']>().toEqualTypeOf<(typeof download)['openFile']>();
  });
});
