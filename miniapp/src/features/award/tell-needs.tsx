import { useEffect, useState } from 'react';
import { parseLocalDate } from '@jikaotong/shared/kernel';
import { DayField, Group, ProseField, TextField } from '../../ui';
import { useToday } from '../demonstration';
import type { AskProps } from '../list';

/** 领证通知: when and where the certificates are handed out. */
export function TellNeeds({ onChange }: AskProps) {
  const today = useToday();
  const [from, setFrom] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(null);
  const [place, setPlace] = useState('');
  const [hours, setHours] = useState('');
  const [note, setNote] = useState('');
  useEffect(() => {
    const first = parseLocalDate(from ?? '');
    const last = until === null ? null : parseLocalDate(until);
    const isReady = first.ok && place.trim() !== '' && hours.trim() !== '' && (last === null || last.ok);
    onChange(
      isReady
        ? {
            from: first.value,
            place: place.trim(),
            hours: hours.trim(),
            ...(last?.ok && { until: last.value }),
            ...(note.trim() !== '' && { note: note.trim() }),
          }
        : null,
    );
  }, [from, until, place, hours, note, onChange]);
  return (
    <Group title="领证通知" foot="考生按通知里印的方式选择本人领取、邮寄或委托；过期没领的会自动提醒。">
      <DayField id="collect-from" label="从哪天起" value={from} earliest={today} startAt={today} onChange={setFrom} />
      <DayField
        id="collect-until"
        label="到哪天（可不填）"
        value={until}
        earliest={from ?? today}
        startAt={today}
        onChange={setUntil}
      />
      <TextField
        id="collect-hours"
        label="每天几点"
        value={hours}
        placeholder="如 9:00–16:00"
        maxlength={80}
        onChange={setHours}
      />
      <TextField id="collect-place" label="在哪里" value={place} maxlength={120} onChange={setPlace} />
      <ProseField id="collect-note" label="还要说的（可不填）" value={note} maxlength={200} onChange={setNote} />
    </Group>
  );
}
