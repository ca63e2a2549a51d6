import { View } from '@tarojs/components';
import { TextInput } from './text-input';
import './fields.scss';
import './search-field.scss';

type Props = { id: string; label: string; value: string; maxlength: number; onChange: (value: string) => void };

/** A word to search by, above what is searched; what it searches stands in it until something is typed. */
export const SearchField = ({ id, label, value, maxlength, onChange }: Props) => (
  <View className="search-field">
    <TextInput
      id={id}
      label={label}
      placeholder={label}
      value={value}
      maxlength={maxlength}
      type="text"
      password={false}
      disabled={false}
      onChange={onChange}
    />
  </View>
);
