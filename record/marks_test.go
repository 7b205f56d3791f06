package record

import (
	"reflect"
	"testing"
)

func TestMarks(t *testing.T) {
	for _, m := range []marks{
		{},
		{Day: "2031-05-04", First: "2031-05-01", Last: "2031-05-02", Kind: "talks", Process: "qamar", Ordinal: 3, Place: "مرج", Who: []int64{1, 1 << 59}},
		{Name: "سالم الأحمر", Kind: "PER", Offices: []string{"وزير النقل", "رئيس الوفد"}},
		{Runs: []uint32{0, 1, 0xffffff}, Words: 300, Text: "نعم"},
	} {
		var got marks
		if err := got.decode(m.encode()); err != nil || !reflect.DeepEqual(got, m) {
			t.Errorf("%+v came back as %+v, %v", m, got, err)
		}
	}
}

func FuzzMarks(f *testing.F) {
	f.Add((&marks{Day: "2031-05-04", Runs: []uint32{1}, Who: []int64{7}, Offices: []string{"و"}}).encode())
	f.Add("\x01\xff\xff\xff\xff\xff\xff")
	f.Fuzz(func(t *testing.T, s string) {
		var m, again marks
		if m.decode(s) != nil {
			return
		}
		if err := again.decode(m.encode()); err != nil || !reflect.DeepEqual(m, again) {
			t.Errorf("%+v came back as %+v, %v", m, again, err)
		}
	})
}
