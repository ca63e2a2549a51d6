import { applications } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import * as z from 'zod/mini';
import { Card, NoticeBar } from '../../../ui';
import { OfferingName } from '../../notice';

/** What is read of an application whose stage this build does not know. */
const Readable = z.pick(applications.ApplicationSummary, { offering: true, sessionName: true });

/** An application of which only a newer build can say where it stands: it alone says so, among others that are read. */
export function NewerCard({ of: row }: { of: unknown }) {
  const { data } = z.safeParse(Readable, row);
  return (
    <Card>
      {data ? (
        <>
          <View className="application__head">
            <View className="application__name">
              <OfferingName of={data.offering} />
            </View>
          </View>
          <View className="application__side">{data.sessionName}</View>
        </>
      ) : null}
      <NoticeBar tone="warn">{refusalSentence('newer-version')}</NoticeBar>
    </Card>
  );
}
