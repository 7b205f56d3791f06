package record

import (
	"testing"

	"mahdar/text"
)

func FuzzClaim(f *testing.F) {
	c := Claim{Subject: ID{Meetings, 7}, Slot: SlotDate, Of: "start", Value: "2031-05-04", Show: "الرابع من مايو", Holder: ID{Actors, 1 << 59}, Name: "سالم الأحمر",
		Against: ID{Actors, 3}, Target: "جبهة الهضبة", Breach: true, Seq: 12, Span: text.Span{Start: 3, End: 70}, Article: "sha256:01", Day: "2031-05-05", Outlet: "الأفق"}
	f.Add(c.Encode())
	f.Add((&Claim{}).Encode())
	f.Add([]byte{claimForm, 255})
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := DecodeClaim(b)
		if err != nil {
			return
		}
		if again, err := DecodeClaim(c.Encode()); err != nil || again != c {
			t.Errorf("%+v came back as %+v, %v", c, again, err)
		}
	})
	if got, err := DecodeClaim(c.Encode()); err != nil || got != c {
		f.Errorf("%+v came back as %+v, %v", c, got, err)
	}
}
