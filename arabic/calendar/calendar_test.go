package calendar

import (
	"testing"
	"time"

	"mahdar/arabic"
)

func TestDayAgreesWithTime(t *testing.T) {
	for d := DayOf(1582, 10, 15); d < DayOf(2200, 1, 1); d += 11 {
		at := time.Unix(int64(d)*86400, 0).UTC()
		date := d.Date()
		if date.Year != at.Year() || date.Month != int(at.Month()) || date.Day != at.Day() || d.Weekday() != int(at.Weekday()) || date.ToDay() != d {
			t.Fatalf("day %d: %v weekday %d, want %v", d, date, d.Weekday(), at)
		}
	}
}

func TestHijri(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    string
	}{{1318, 1, 1, "1900-04-30"}, {1445, 1, 1, "2023-07-19"}, {1438, 9, 1, "2017-05-27"}, {1430, 9, 1, "2009-08-22"}, {1436, 10, 10, "2015-07-26"}, {1444, 9, 1, "2023-03-23"}, {1500, 12, 30, "2077-11-16"}} {
		d, ok := FromHijri(c.y, c.m, c.d)
		if !ok || d.String() != c.want {
			t.Errorf("%d/%d/%d: %v %v, want %s", c.d, c.m, c.y, d, ok, c.want)
		}
	}
	for _, c := range [][3]int{{1317, 12, 29}, {1501, 1, 1}, {1430, 9, 30}, {1430, 13, 1}, {1430, 0, 1}, {1430, 1, 0}} {
		if d, ok := FromHijri(c[0], c[1], c[2]); ok {
			t.Errorf("%v: %v, want a refusal", c, d)
		}
	}
	for d := hijriEpoch; d <= DayOf(2077, 11, 16); d++ {
		h, ok := ToHijri(d)
		if back, fine := FromHijri(h.Year, h.Month, h.Day); !ok || !fine || back != d {
			t.Fatalf("%v is %v and back %v", d, h, back)
		}
	}
	if _, ok := ToHijri(hijriEpoch - 1); ok {
		t.Error("a day before the table is converted")
	}
}

// Every day written in every vocabulary is read back as the same day.
func TestWriteAndRead(t *testing.T) {
	for v := range vocabularies {
		for d := DayOf(1931, 1, 1); d < DayOf(2077, 1, 1); d += 5 {
			src := Write(d, v)
			s, ok := FullAt(arabic.New(src), 0)
			if !ok || s.Day != d || s.Last != len(arabic.New(src).Tokens) {
				t.Fatalf("%q: %v %v, want %v", src, s, ok, d)
			}
		}
	}
}

func TestFullAt(t *testing.T) {
	for src, want := range map[string]string{
		"الخميس، 15 أيار 2031 10:57 ص":  "2031-05-15T10:57",
		"الأربعاء 14 آذار 2018 - 14:55": "2018-03-14T14:55",
		"14/3/2017":          "2017-03-14",
		"٢٠١٧/٠٣/١٤":         "2017-03-14",
		"2017-12-21T10:57":   "2017-12-21T10:57",
		"14.03.2017":         "2017-03-14",
		"26/ 7/ 2015م":       "2015-07-26",
		"7 / يوليو / 2015 م": "2015-07-07",
		"العاشر من حزيران/يونيو 2018":               "2018-06-10",
		"الخامس والعشرين من شهر مارس/آذار عام 2016": "2016-03-25",
		"23 يناير/ كانون ثانٍ 2017":                 "2017-01-23",
		"3 كانون 2 2017":                            "2017-01-03",
		"12 ك2 2017":                                "2017-01-12",
		"الرابع من (يونيو) حزيران 1967":             "1967-06-04",
		"12 أغسطس - آب 2015":                        "2015-08-12",
		"يوم":                                       "",
		"10 شوال 1436هـ":                            "2015-07-26",
		"10/ شوال / 1436هـ":                         "2015-07-26",
		"30 رمضان 1430":                             "",
		"1 محرم 1200هـ":                             "",
		"31 نيسان 2017":                             "",
		"5 مايو":                                    "",
		"1/2/3/2017":                                "",
		"21 ديسمبر 2017 الساعة الحادية عشرة والنصف صباحا": "2017-12-21T11:30",
		"1 يناير 2017، الساعة 12:05 ص":                    "2017-01-01T00:05",
		"1 يناير 2017 - 20:59 بتوقيت غرينتش":              "2017-01-01T20:59Z",
		"1 يناير 2017 8:05 ت.غ":                           "2017-01-01T08:05Z",
		"6 غشت 2031":                                      "2031-08-06",
		"6 أوت 2031":                                      "2031-08-06",
		"الأحد 11 جمادى الآخرة 1440 هجرية":                "2019-02-16",
		"5 تشرين الثاني (نوفمبر) 2017 الساعة 9 مساءً":     "2017-11-05T21:00",
		"5 تشرين الأول (نوفمبر) 2017":                     "",
		"5 هانيبال 2005":                                  "2005-08-05",
	} {
		v := arabic.New(src)
		s, ok := FullAt(v, 0)
		if got := s.String(); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q %v, want %q", src, got, ok, want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, s := range []string{"2017", "2017-02", "2017-02-16"} {
		if d, err := Parse(s); err != nil || d.String() != s {
			t.Errorf("%q: %v %v", s, d, err)
		}
	}
	for _, s := range []string{"", "17", "2017-2", "2017-02-30", "2017-13", "2017/02/16", "2017-02-16x", "XXXX-02-16", "0000"} {
		if d, err := Parse(s); err == nil {
			t.Errorf("%q: %v, want an error", s, d)
		}
	}
}

func FuzzFullAt(f *testing.F) {
	f.Add("الخميس، 21 ديسمبر (كانون الأول) 2017م الساعة (11:59) مساءً بتوقيت 12/ 7/ 2015 ك2 ت.غ")
	f.Fuzz(func(t *testing.T, src string) {
		v := arabic.New(src)
		for i := range v.Tokens {
			if s, ok := FullAt(v, i); ok && (s.Last <= i || s.Last > len(v.Tokens)) {
				t.Fatalf("%q at %d: %+v", src, i, s)
			}
			ClockAt(v, i)
			MonthAt(v, i)
		}
	})
}
