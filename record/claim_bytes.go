package record

import (
	"encoding/binary"
	"errors"

	"mahdar/text"
)

// claimForm begins a claim that is kept; it changes with the form.
const claimForm = 2

// Encode writes a claim for keeping, in bytes of a form of this version.
func (c *Claim) Encode() []byte {
	b := make([]byte, 0, 64+len(c.Show)+len(c.Article))
	b = append(b, claimForm)
	for _, id := range [...]ID{c.Subject, c.Holder, c.Side, c.Against} {
		b = append(b, byte(id.Kind))
		b = binary.BigEndian.AppendUint64(b, uint64(id.Hash))
	}
	for _, s := range [...]string{string(c.Slot), c.Of, c.Value, c.Show, c.Name, c.Target, c.Article, c.Day, c.Outlet} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	for _, n := range [...]int{c.Seq, c.Span.Start, c.Span.End} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	if c.Breach {
		return append(b, 1)
	}
	return append(b, 0)
}

// DecodeClaim reads what Encode wrote.
func DecodeClaim(b []byte) (Claim, error) {
	var c Claim
	d := decoder{rest: string(b)}
	form := d.bytes(1)
	for _, id := range [...]*ID{&c.Subject, &c.Holder, &c.Side, &c.Against} {
		if x := d.bytes(9); x != "" {
			*id = ID{Kind(x[0]), int64(binary.BigEndian.Uint64([]byte(x[1:])))}
		}
	}
	var slot string
	for _, to := range [...]*string{&slot, &c.Of, &c.Value, &c.Show, &c.Name, &c.Target, &c.Article, &c.Day, &c.Outlet} {
		*to = d.bytes(d.number())
	}
	c.Slot = Slotname(slot)
	c.Seq = d.number()
	c.Span = text.Span{Start: d.number(), End: d.number()}
	c.Breach = d.bytes(1) == "\x01"
	if d.bad || form != string(rune(claimForm)) || d.rest != "" {
		return Claim{}, errors.New("a claim is damaged")
	}
	return c, nil
}
