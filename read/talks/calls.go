package talks

// phoning is the verb for calling by telephone, and no other way of being in touch.
const phoning = "hatafa"

// speaking is the verb for talking, which tells of a call where it is by telephone: «تحدث سالم هاتفيا مع
// نادر».
const speaking = "tahaddatha-phone"

// onThePhone reports whether what the verb at token i tells is said to be by telephone.
func (r *reader) onThePhone(i int) bool {
	for k := i + 1; k < len(r.p.Tokens) && k < i+10; k++ {
		if r.stops(k) {
			return false
		}
		if r.p.Word(k) == "هاتفيا" {
			return true
		}
	}
	return false
}

// toldByPhone takes whom the subject of the verb at token k tells something in the call at token i: «أبلغ سالم
// نادرا في اتصال هاتفي».
func (r *reader) toldByPhone(m *meeting, k, i int) {
	if m.noun != "call" || len(m.parts) > 0 || !during(r.p.Word(i-1)) {
		return
	}
	if list, next := r.after(k, i); onePerson(list) != nil {
		other, _ := r.parties(next, i)
		m.addAll(onePerson(other), "", "")
	}
}
