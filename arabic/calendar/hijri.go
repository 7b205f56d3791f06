package calendar

import "math/bits"

// The Umm al-Qura calendar of Saudi Arabia is computed in advance and printed;
// its months follow no formula, so their lengths are listed, as the Unicode
// project's calendar data has them (Unicode licence). The table covers 1318 AH
// (from 30 April 1900) to 1500 AH (to 16 November 2077). Before 1423 AH, when the
// rule was last changed, the calendar as it was printed at the time and days
// as they were sighted may differ from it by one.
const (
	firstHijri = 1318
	lastHijri  = firstHijri + len(hijriMonths) - 1
)

// hijriEpoch is 1 Muharram 1318 AH, 30 April 1900.
const hijriEpoch = Day(-25448)

// hijriMonths has one entry a year: bit m-1 is set where month m has 30 days,
// the others have 29.
var hijriMonths = [...]uint16{
	0x56d, 0xb5a, 0x752, 0xf25, 0xe8a, 0xd16, 0xa56, 0xab5, 0x6b4, 0xda9, 0xb92, 0xb25,
	0x64b, 0xa9b, 0x35a, 0x6d9, 0x5d4, 0xda5, 0xd4a, 0xa95, 0x536, 0x975, 0x2f4, 0x6e9,
	0x6d4, 0x6a9, 0x535, 0x25d, 0x4bd, 0x9ba, 0x3b4, 0xb69, 0xb2a, 0xa55, 0x4ad, 0xa5d,
	0x2da, 0x6d9, 0xeaa, 0xe94, 0xd2a, 0xc56, 0x4ae, 0xa6d, 0x56a, 0xd55, 0xd4a, 0xa93,
	0x52b, 0xa5b, 0x53a, 0x6b5, 0xea9, 0xd52, 0xd29, 0xa55, 0x4ad, 0x56d, 0xaea, 0x6e4,
	0xed1, 0xda2, 0xaaa, 0x95a, 0x2da, 0x5b9, 0xbb2, 0x764, 0x6c9, 0x555, 0x2ab, 0x4db,
	0xaba, 0x5b4, 0xda9, 0xd52, 0xaa5, 0x92d, 0x26d, 0x8ed, 0x2da, 0xad5, 0xaa5, 0xa4b,
	0x497, 0x937, 0x2b6, 0x975, 0xd69, 0xd52, 0xc95, 0x92b, 0x25b, 0x4db, 0x9d5, 0x5d2,
	0xda5, 0xd4a, 0xa95, 0x54d, 0xaad, 0x3aa, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad,
	0xb6a, 0x6d4, 0xdc9, 0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d,
	0x49d, 0x95d, 0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4,
	0x6a5, 0xb27, 0xa4d, 0x4ad, 0x56d, 0xb5a, 0x754, 0xf49, 0xe92, 0xd26, 0xa56, 0x356,
	0x6b5, 0xbaa, 0xb92, 0xb25, 0x68b, 0xa9b, 0x55a, 0xada, 0x5b4, 0xda9, 0xb52, 0xa9a,
	0x536, 0x276, 0x575, 0xaf2, 0x6d4, 0x6a9, 0x555, 0x2ad, 0x4bd, 0x9ba, 0x574, 0xb69,
	0xb52, 0xa95, 0x52d, 0xa5d, 0x4da, 0xad9, 0x6b2, 0xe95, 0xe2a, 0xc96, 0x92e, 0xaad,
	0x56a, 0xd65, 0xd4a,
}

// hijriYears has the first day of each year, and after the last its end.
var hijriYears = makeHijriYears()

func makeHijriYears() []Day {
	out := make([]Day, 0, len(hijriMonths)+1)
	at := hijriEpoch
	for _, m := range hijriMonths {
		out = append(out, at)
		at += Day(12*29 + bits.OnesCount16(m))
	}
	return append(out, at)
}

// FromHijri is the day of a date of the Umm al-Qura calendar. It reports false
// for a year outside the table and for a day that the month does not have.
func FromHijri(year, month, day int) (Day, bool) {
	first, length, ok := HijriMonth(year, month)
	if !ok || day < 1 || day > length {
		return 0, false
	}
	return first + Day(day-1), true
}

// HijriMonth is the first day of a month of the Umm al-Qura calendar and its
// length. It reports false outside the table.
func HijriMonth(year, month int) (first Day, length int, ok bool) {
	if year < firstHijri || year > lastHijri || month < 1 || month > 12 {
		return 0, 0, false
	}
	mask := hijriMonths[year-firstHijri]
	before := uint16(1)<<(month-1) - 1
	first = hijriYears[year-firstHijri] + Day(29*(month-1)+bits.OnesCount16(mask&before))
	return first, 29 + int(mask>>(month-1)&1), true
}

// ToHijri is the date of d in the Umm al-Qura calendar. It reports false
// outside the table.
func ToHijri(d Day) (Date, bool) {
	if d < hijriEpoch || d >= hijriYears[len(hijriMonths)] {
		return Date{}, false
	}
	year := int(d-hijriEpoch) / 354
	for year = min(year, len(hijriMonths)-1); hijriYears[year] > d; {
		year--
	}
	mask, left := hijriMonths[year], int(d-hijriYears[year])
	for m := range 12 {
		length := 29 + int(mask>>m&1)
		if left < length {
			return Date{Year: year + firstHijri, Month: m + 1, Day: left + 1}, true
		}
		left -= length
	}
	return Date{}, false
}
