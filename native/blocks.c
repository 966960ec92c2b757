/* What the walk collects, made blocks: the twins of `open`, `close`, `flush` and `add` in cleaner/read/html.py. */

#include "inline.h"
#include "walk.h"

enum { BREAK, LINK_ON, LINK_OFF, STRONG_ON, STRONG_OFF };

static int kept(Walk *walk, const Said *said, int name, PyObject **string)
{
    int unasked;
    return !has(said, name) || native_string(walk, said->values[name], string, &unasked);
}

/* A container begins. */
int native_open(Walk *walk, PyObject *name, int meaning, const Said *said)
{
    if (!ROOM(walk, boxes))
        return 0;
    Box *box = &walk->boxes[walk->boxes_used++];
    const Box *above = box > walk->boxes ? &walk->boxes[walk->at] : NULL;
    int kind = meaning >> KIND & 15;
    *box = (Box){.tag = Py_NewRef(name), .meaning = meaning, .parent = -1, .first = (Py_ssize_t)walk->runs_used};
    if (above != NULL) {
        box->parent = (Py_ssize_t)walk->at;
        box->depth = above->depth + 1;
        box->kind = above->kind;
        box->hidden = above->hidden;
    }
    if (kind)
        box->kind = kind - 1;
    walk->at = walk->boxes_used - 1;
    if (meaning & LIST_ITEM)
        walk->bullet = 1;
    if (box->hidden == NULL && (said->given || meaning & (NOSCRIPT | DIALOG)) &&
        !native_hiding(walk, meaning, said, &box->hidden))
        return 0;
    if (has(said, ID)) {
        Bytes id = said->values[ID];
        if ((box->id = PyUnicode_DecodeUTF8(id.data, (Py_ssize_t)id.size, "replace")) == NULL)
            return 0;
    }
    return kept(walk, said, CLASS, &box->classes) && kept(walk, said, ROLE, &box->role) &&
           kept(walk, said, ITEMPROP, &box->item);
}

/* The innermost container ends. */
int native_close(Walk *walk)
{
    if (!native_flush(walk))
        return 0;
    size_t place = walk->at;
    Box *done = &walk->boxes[place];
    done->last = (Py_ssize_t)walk->runs_used;
    if (done->parent >= 0)
        walk->at = (size_t)done->parent;
    if (done->meaning & ROW)
        return native_row(walk, place);
    if (done->meaning & LIST_ITEM)
        walk->bullet = 0;
    else if (done->meaning & H1 && done->first < done->last && PyList_GET_SIZE(walk->headings) < HEADINGS)
        return PyList_Append(walk->headings, walk->runs[done->first].text) == 0;
    return 1;
}

static int in_signs(const Walk *walk, Py_UCS4 letter)
{
    PyObject *signs = walk->layout->needs[SIGNS];
    return PyUnicode_FindChar(signs, letter, 0, PyUnicode_GET_LENGTH(signs), 1) >= 0;
}

/* A heading on one line, without the sign that links to it. Takes over the text. */
static PyObject *heading(Walk *walk, PyObject *text, Py_ssize_t links)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), at;
    while ((at = PyUnicode_FindChar(text, '\n', 0, length, 1)) >= 0)
        if (PyUnicode_WriteChar(text, at, ' ') < 0) {
            Py_DECREF(text);
            return NULL;
        }
    if (!links || !in_signs(walk, PyUnicode_READ_CHAR(text, length - 1)))
        return text;
    for (length--; length > 0 && Py_UNICODE_ISSPACE(PyUnicode_READ_CHAR(text, length - 1));)
        length--;
    if (length == 0)
        return text;
    PyObject *bare = PyUnicode_Substring(text, 0, length);
    Py_DECREF(text);
    return bare;
}

/* Appends one block; takes over the text. */
static int add(Walk *walk, const Measured *found, PyObject *marks)
{
    const Box *at = &walk->boxes[walk->at];
    int kind = at->kind, level = 0;
    PyObject *text = found->text;
    if (kind == HEADING_TEXT) {
        level = at->meaning >> LEVEL;
        text = heading(walk, text, found->links);
        walk->bullet = 0;
    }
    else if (walk->bullet) {
        walk->bullet = 0;
        if (kind == PARAGRAPH_TEXT) {
            kind = ITEM_TEXT;
            level = walk->lists > 1 ? walk->lists : 1;
        }
    }
    if (text == NULL || !ROOM(walk, runs)) {
        Py_XDECREF(text);
        return 0;
    }
    walk->runs[walk->runs_used++] = (Run){
        text, Py_NewRef(marks), (Py_ssize_t)walk->at, found->links, found->link_chars, found->strong_chars, kind, level,
    };
    return 1;
}

/* A stretch of inline content with the marks among it, as Python has it. */
typedef struct {
    int kind;
    const void *data;
    Py_ssize_t length;
} Raw;

/* Where two line breaks in a row begin, and in `after` where the text goes on; the end where there are none. */
static Py_ssize_t paragraph_end(const Raw *raw, Py_ssize_t start, Py_ssize_t *after)
{
    for (Py_ssize_t at = start; at < raw->length; at++) {
        if (PyUnicode_READ(raw->kind, raw->data, at) != BREAK)
            continue;
        Py_ssize_t last = at, next = at + 1;
        for (; next < raw->length; next++) {
            Py_UCS4 c = PyUnicode_READ(raw->kind, raw->data, next);
            if (c == BREAK)
                last = next;
            else if (c > STRONG_OFF && !Py_UNICODE_ISSPACE(c))
                break;
        }
        if (last > at) {
            *after = last + 1;
            return at;
        }
        at = next - 1;
    }
    return *after = raw->length;
}

/* Whether a mark that was open before a part, or opened in it, is open at its end. */
static int still_open(const Raw *raw, Py_ssize_t start, Py_ssize_t end, int before, Py_UCS4 on, Py_UCS4 off)
{
    for (Py_ssize_t at = end; at-- > start;) {
        Py_UCS4 c = PyUnicode_READ(raw->kind, raw->data, at);
        if (c == on || c == off)
            return c == on;
    }
    return before;
}

/* The paragraphs of a stretch: the twin of `runs` in cleaner/read/inline.py. */
static int add_paragraphs(Walk *walk, const Raw *raw, PyObject *marks)
{
    int in_link = 0, in_strong = 0;
    int breaks = memchr(walk->text + walk->base, BREAK, walk->text_used - walk->base) != NULL;
    for (Py_ssize_t start = 0, end, after = 0;; start = after) {
        end = breaks ? paragraph_end(raw, start, &after) : raw->length;
        Measured found;
        if (!native_measure(raw->kind, raw->data, start, end, in_link, in_strong, &found))
            return 0;
        if (PyUnicode_GET_LENGTH(found.text) == 0)
            Py_DECREF(found.text);
        else if (!add(walk, &found, marks))
            return 0;
        if (end == raw->length)
            return 1;
        in_link = still_open(raw, start, end, in_link, LINK_ON, LINK_OFF);
        in_strong = still_open(raw, start, end, in_strong, STRONG_ON, STRONG_OFF);
    }
}

static int add_code(Walk *walk, PyObject *raw, PyObject *marks)
{
    Measured found = {PyObject_CallOneArg(walk->layout->needs[PREFORMATTED], raw), 0, 0, 0};
    if (found.text == NULL)
        return 0;
    if (PyUnicode_GET_LENGTH(found.text) > 0)
        return add(walk, &found, marks);
    Py_DECREF(found.text);
    return 1;
}

static PyObject *joined_marks(Walk *walk)
{
    if (walk->marks_used < 2)
        return Py_NewRef(walk->marks_used ? walk->marks[0] : walk->layout->empty);
    PyObject *list = PyTuple_New(walk->marks_used);
    if (list == NULL)
        return NULL;
    for (int at = 0; at < walk->marks_used; at++)
        PyTuple_SET_ITEM(list, at, Py_NewRef(walk->marks[at]));
    PyObject *marks = PyUnicode_Join(walk->layout->space, list);
    Py_DECREF(list);
    return marks;
}

/* Adds what was collected, decoded; where it is ASCII, as it stands. */
static int add_collected(Walk *walk, PyObject *marks)
{
    Bytes collected = {walk->text + walk->base, walk->text_used - walk->base};
    int is_code = walk->boxes[walk->at].kind == CODE_TEXT, done = 0;
    Raw raw = {PyUnicode_1BYTE_KIND, collected.data, (Py_ssize_t)collected.size};
    if (!is_code && native_is_ascii(collected))
        return add_paragraphs(walk, &raw, marks);
    PyObject *text = PyUnicode_DecodeUTF8(collected.data, (Py_ssize_t)collected.size, "replace");
    if (text != NULL) {
        raw = (Raw){PyUnicode_KIND(text), PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text)};
        done = is_code ? add_code(walk, text, marks) : add_paragraphs(walk, &raw, marks);
        Py_DECREF(text);
    }
    return done;
}

static int add_all(Walk *walk)
{
    PyObject *marks = joined_marks(walk);
    int done = marks != NULL && add_collected(walk, marks);
    Py_XDECREF(marks);
    return done;
}

/* Makes blocks of the inline content collected so far. */
int native_flush(Walk *walk)
{
    int done = !walk->filled || add_all(walk);
    walk->filled = walk->abuts = 0;
    if (walk->text_used > walk->base)
        done = native_fresh(walk) && done;
    while (walk->marks_used)
        Py_DECREF(walk->marks[--walk->marks_used]);
    return done;
}
