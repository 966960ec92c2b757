/* What a page says of itself, as the walk meets it: the twins of `note` and `remark` in cleaner/read/html.py. */

#include "walk.h"

static PyObject *decoded(const Said *said, int name)
{
    Bytes value = has(said, name) ? said->values[name] : (Bytes){"", 0};
    return PyUnicode_DecodeUTF8(value.data, (Py_ssize_t)value.size, "replace");
}

/* Appends a new text to a list; takes over the text. */
static int put(PyObject *list, PyObject *text)
{
    int done = text != NULL && PyList_Append(list, text) == 0;
    Py_XDECREF(text);
    return done;
}

/* The text of all nodes under an element, in document order. */
static PyObject *text_of(Walk *walk, const Node *top)
{
    size_t before = walk->text_used;
    for (const Node *node = top->first; node != NULL;) {
        const Bytes *text = &((const Text *)node)->text;
        if (node->type == TEXT && text->data != NULL && !native_append(walk, text->data, text->size))
            return NULL;
        if (node->first != NULL) {
            node = node->first;
            continue;
        }
        while (node != top && node->next == NULL)
            node = node->parent;
        node = node == top ? NULL : node->next;
    }
    PyObject *text = PyUnicode_DecodeUTF8(walk->text + before, (Py_ssize_t)(walk->text_used - before), "replace");
    walk->text_used = before;
    return text;
}

static PyObject *folded_text_of(Walk *walk, const Node *top)
{
    PyObject *text = text_of(walk, top);
    PyObject *folded = text == NULL ? NULL : PyObject_CallOneArg(walk->layout->needs[FOLDED], text);
    Py_XDECREF(text);
    return folded;
}

static int note_meta(Walk *walk, const Said *said)
{
    static const int KEYS[] = {PROPERTY, NAME, ITEMPROP, HTTP_EQUIV};
    for (size_t key = 0; key < sizeof KEYS / sizeof *KEYS; key++) {
        if (!has(said, KEYS[key]))
            continue;
        PyObject *written = decoded(said, KEYS[key]);
        PyObject *name = written == NULL ? NULL : PyObject_CallMethodNoArgs(written, walk->layout->lower);
        Py_XDECREF(written);
        int wanted = name == NULL ? -1 : PySet_Contains(walk->layout->needs[WANTED], name);
        PyObject *content = wanted > 0 ? decoded(said, CONTENT) : NULL;
        int done = !wanted || (content != NULL && put(walk->metas, PyTuple_Pack(2, name, content)));
        Py_XDECREF(name);
        Py_XDECREF(content);
        if (!done)
            return 0;
    }
    return 1;
}

static int is_canonical(Bytes rel)
{
    static const char word[] = "canonical";
    if (rel.size != sizeof word - 1)
        return 0;
    for (size_t at = 0; at < rel.size; at++)
        if ((rel.data[at] | 32) != word[at])
            return 0;
    return 1;
}

static int mentions(Bytes value, const char *word)
{
    size_t size = strlen(word);
    for (size_t at = 0; at + size <= value.size; at++)
        if (memcmp(value.data + at, word, size) == 0)
            return 1;
    return 0;
}

static int is_empty(PyObject *text) { return text == NULL || PyUnicode_GET_LENGTH(text) == 0; }

/* Keeps what an element of the head says of the page (some pages have them in the body). */
int native_note(Walk *walk, const Tag *tag, int meaning)
{
    if (meaning & TITLE) {
        if (is_empty(walk->title))
            Py_XSETREF(walk->title, folded_text_of(walk, &tag->node));
        return walk->title != NULL;
    }
    Said said;
    native_ask(walk, tag, &said);
    if (meaning & META)
        return note_meta(walk, &said);
    if (meaning & LINK_IN_HEAD) {
        if (!has(&said, REL) || !is_canonical(said.values[REL]) || !is_empty(walk->canonical))
            return 1;
        Py_XSETREF(walk->canonical, decoded(&said, HREF));
        return walk->canonical != NULL;
    }
    return !has(&said, TYPE) || !mentions(said.values[TYPE], "ld+json") ||
           put(walk->json_ld, text_of(walk, &tag->node));
}

static int is_author(const Said *said, int name)
{
    return has(said, name) && said->values[name].size == 6 && memcmp(said->values[name].data, "author", 6) == 0;
}


/* Keeps what an inline element's attributes say of its text. */
int native_remark(Walk *walk, const Tag *tag, int meaning, const Said *said)
{
    static const int MARKS[] = {CLASS, REL, ITEMPROP};
    for (size_t at = 0; at < sizeof MARKS / sizeof *MARKS; at++) {
        PyObject *mark;
        int unasked;
        if (!has(said, MARKS[at]) || walk->marks_used == MOST_MARKS)
            continue;
        if (!native_string(walk, said->values[MARKS[at]], &mark, &unasked))
            return 0;
        if (PyUnicode_GET_LENGTH(mark) > NAME_CHARS)
            Py_SETREF(mark, PyUnicode_Substring(mark, 0, NAME_CHARS));
        if (mark == NULL)
            return 0;
        walk->marks[walk->marks_used++] = mark;
    }
    if (meaning & TIME && !put(walk->dates, decoded(said, DATETIME)))
        return 0;
    if (!is_author(said, REL) && !is_author(said, ITEMPROP))
        return 1;
    PyObject *byline = folded_text_of(walk, &tag->node);
    if (byline != NULL && PyUnicode_GET_LENGTH(byline) > NAME_CHARS)
        Py_SETREF(byline, PyUnicode_Substring(byline, 0, NAME_CHARS));
    return put(walk->bylines, byline);
}
