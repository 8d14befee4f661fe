// The library that reads workbooks, loaded when the first is read: nothing else needs it, and it takes its time.
import type * as Xlsx from '@e965/xlsx';

export const workbooks = () => require('@e965/xlsx') as typeof Xlsx;
