/* The walk over a tree: the twin of `Walk` in cleaner/read/html.py, over the parser's own nodes, without recursion. */

#include "walk.h"

enum { CANNOT, CAN, UNKNOWN }; /* a failure with an exception; done; a tag that the layout does not know */

/* What has to be undone when an element ends. */
enum { NOTHING, OF_INLINE, OF_LINK, OF_BOLD, OF_BOX, OF_BLOCK, OF_LIST };

/* What stands among the text: see cleaner/read/inline.py. */
static const char BREAK[] = "\x00", LINK_ON[] = "\x01", LINK_OFF[] = "\x02", BOLD_ON[] = "\x03", BOLD_OFF[] = "\x04";

int native_grow(void **array, size_t *room, size_t size)
{
    size_t more = *room ? *room * 2 : 256;
    void *grown = PyMem_Realloc(*array, more * size);
    if (grown == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    *array = grown;
    *room = more;
    return 1;
}

int native_append(Walk *walk, const char *data, size_t size)
{
    while (walk->text_room - walk->text_used < size)
        if (!native_grow((void **)&walk->text, &walk->text_room, 1))
            return 0;
    memcpy(walk->text + walk->text_used, data, size);
    walk->text_used += size;
    return 1;
}

/* The beginning of a new stretch of inline content: what is open stays open. */
int native_fresh(Walk *walk)
{
    walk->text_used = walk->base;
    return (!walk->links || native_append(walk, LINK_ON, 1)) && (!walk->bolds || native_append(walk, BOLD_ON, 1));
}

/* The letter that UTF-8 begins with; U+FFFD where it is none. */
Py_UCS4 native_letter(const char *data, size_t size, size_t *length)
{
    const unsigned char *at = (const unsigned char *)data;
    unsigned char first = *at;
    size_t more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    *length = 1;
    if (!more)
        return first;
    if (first < 0xc2 || first > 0xf4 || size <= more)
        return 0xfffd;
    Py_UCS4 letter = first & (0x3f >> more);
    for (size_t each = 1; each <= more; each++) {
        if ((at[each] & 0xc0) != 0x80)
            return 0xfffd;
        letter = letter << 6 | (at[each] & 0x3f);
    }
    *length = more + 1;
    return letter;
}

static int is_blank(const Bytes *text)
{
    for (size_t at = 0, length; at < text->size; at += length) {
        unsigned char c = (unsigned char)text->data[at];
        length = 1;
        if (c == ' ' || c == '\n')
            continue;
        if (!Py_UNICODE_ISSPACE(native_letter(text->data + at, text->size - at, &length)))
            return 0;
    }
    return 1;
}

/* Whether what was collected last ends in a small letter or a sign, behind which no capital comes without a space. */
static int ends_a_word(const Walk *walk)
{
    size_t at = walk->text_used - 1, length;
    while (at > walk->base && (walk->text[at] & 0xc0) == 0x80)
        at--;
    Py_UCS4 last = native_letter(walk->text + at, walk->text_used - at, &length);
    return Py_UNICODE_ISLOWER(last) || (last < 0x80 && last && strchr(".!?:;,)", (int)last) != NULL);
}

/* Takes up a text node. */
static int take(Walk *walk, const Bytes *text)
{
    size_t length;
    if (text->data == NULL || text->size == 0)
        return 1;
    if (!walk->filled) {
        int blank = is_blank(text);
        if (blank && walk->boxes[walk->at].kind != CODE_TEXT)
            return 1;
        walk->filled = !blank;
    }
    else if (walk->abuts && Py_UNICODE_ISUPPER(native_letter(text->data, text->size, &length)) && ends_a_word(walk) &&
             !native_append(walk, " ", 1))
        return 0;
    walk->abuts = 0;
    return native_append(walk, text->data, text->size);
}

/* What the layout does not know by number: a custom element, or a name that no standard has. */
static Custom *custom(Walk *walk, uintptr_t entry)
{
    for (size_t at = walk->customs_used; at-- > 0;)
        if (walk->customs[at].entry == entry)
            return &walk->customs[at];
    if (!ROOM(walk, customs))
        return NULL;
    Bytes name = name_of(entry);
    Custom *made = &walk->customs[walk->customs_used];
    *made = (Custom){entry, PyUnicode_DecodeUTF8(name.data, (Py_ssize_t)name.size, "replace"), 0};
    if (made->name == NULL)
        return NULL;
    made->meaning = native_meaning(walk->layout, made->name);
    walk->customs_used++;
    return made;
}

/* The name and the meaning of a tag; `name` is borrowed. */
static int known(Walk *walk, const Tag *tag, PyObject **name, int *meaning)
{
    uintptr_t number = tag->written ? tag->written : tag->node.name;
    if (number < NUMBERS) {
        *name = walk->layout->tags[number].name;
        *meaning = walk->layout->tags[number].meaning;
        return *name == NULL ? UNKNOWN : CAN;
    }
    const Custom *found = custom(walk, number);
    if (found == NULL)
        return CANNOT;
    *name = found->name;
    *meaning = found->meaning;
    return CAN;
}

/* Begins an inline element. */
static int begin_inline(Walk *walk, const Tag *tag, PyObject *name, int meaning, char *undo)
{
    Said said;
    PyObject *reason = NULL;
    native_ask(walk, tag, &said);
    if (!(meaning & DETACHED) && (said.given || meaning & (NOSCRIPT | DIALOG)) &&
        !native_hiding(walk, meaning, &said, &reason))
        return 0;
    if (meaning & DETACHED || reason != NULL) {
        if (!ROOM(walk, around))
            return 0;
        walk->around[walk->around_used++] = (Around){walk->base, walk->filled};
        walk->base = walk->text_used;
        walk->filled = 0;
        *undo = OF_BOX;
        return native_fresh(walk) && native_open(walk, name, meaning, &said);
    }
    *undo = OF_INLINE;
    int done = 1;
    if (meaning & LINK) {
        walk->links++;
        *undo = OF_LINK;
        done = native_append(walk, LINK_ON, 1);
    }
    else if (meaning & BOLD) {
        walk->bolds++;
        *undo = OF_BOLD;
        done = native_append(walk, BOLD_ON, 1);
    }
    else if (meaning & CUSTOM)
        done = native_append(walk, " ", 1); /* most are boxes */
    return done && (!said.any || native_remark(walk, tag, meaning, &said));
}

/* Begins an element: `undo` is what has to be undone at its end, NOTHING for one whose content is no text. */
static int begin(Walk *walk, const Tag *tag, PyObject *name, int meaning, char *undo)
{
    *undo = NOTHING;
    if (meaning & BLOCK) {
        if (walk->boxes[walk->at].kind == CODE_TEXT) {
            *undo = OF_INLINE;
            return native_append(walk, BREAK, 1); /* a line of code in a box of its own */
        }
        Said said;
        native_ask(walk, tag, &said);
        *undo = meaning & LIST ? OF_LIST : OF_BLOCK;
        if (!native_flush(walk) || !native_open(walk, name, meaning, &said))
            return 0;
        walk->lists += (meaning & LIST) != 0;
        return 1;
    }
    if (meaning & LINE_BREAK)
        return native_append(walk, BREAK, 1);
    if (meaning & SKIPPED)
        return !(meaning & (TITLE | META | LINK_IN_HEAD | SCRIPT)) || native_note(walk, tag, meaning);
    return begin_inline(walk, tag, name, meaning, undo);
}

/* Ends an element that was begun. */
static int end(Walk *walk, char undo)
{
    switch (undo) {
    case OF_INLINE:
        walk->abuts = 1;
        return 1;
    case OF_LINK:
        walk->links--;
        return native_append(walk, LINK_OFF, 1);
    case OF_BOLD:
        walk->bolds--;
        return native_append(walk, BOLD_OFF, 1);
    }
    if (!native_close(walk))
        return 0;
    if (undo == OF_LIST)
        walk->lists--;
    if (undo != OF_BOX)
        return 1;
    walk->text_used = walk->base;
    walk->base = walk->around[--walk->around_used].base;
    walk->filled = walk->around[walk->around_used].filled;
    return native_append(walk, " ", 1);
}

/* Visits every node in document order; the tree may be of any depth. */
static int over(Walk *walk, const Node *root)
{
    const Node *parent = root, *node = root->first;
    PyObject *name;
    int meaning, found;
    char undo;
    for (;;) {
        if (node == NULL) {
            if (!walk->undo_used)
                return native_flush(walk) ? CAN : CANNOT;
            node = parent;
            parent = node->parent;
            if (!end(walk, walk->undo[--walk->undo_used]))
                return CANNOT;
        }
        else if (node->type == TEXT) {
            if (!take(walk, &((const Text *)node)->text))
                return CANNOT;
        }
        else if (node->type == ELEMENT) {
            if ((found = known(walk, (const Tag *)node, &name, &meaning)) != CAN)
                return found;
            if (!begin(walk, (const Tag *)node, name, meaning, &undo))
                return CANNOT;
            if (undo != NOTHING && node->first != NULL) {
                if (!ROOM(walk, undo))
                    return CANNOT;
                walk->undo[walk->undo_used++] = undo;
                parent = node;
                node = node->first;
                continue;
            }
            if (undo != NOTHING && !end(walk, undo))
                return CANNOT;
        }
        node = node->next;
    }
}

static int set_out(Walk *walk, const Layout *layout, const Tag *root)
{
    PyObject *name;
    int meaning, found;
    Said said;
    walk->layout = layout;
    if ((found = known(walk, root, &name, &meaning)) != CAN)
        return found;
    native_ask(walk, root, &said);
    int is_html = PyUnicode_CompareWithASCIIString(name, "html") == 0 && has(&said, LANG);
    Bytes language = is_html ? said.values[LANG] : (Bytes){"", 0};
    walk->language = PyUnicode_DecodeUTF8(language.data, (Py_ssize_t)language.size, "replace");
    said.given = 0;
    PyObject **lists[] = {&walk->metas, &walk->json_ld, &walk->headings, &walk->bylines, &walk->dates};
    for (size_t list = 0; list < sizeof lists / sizeof *lists; list++)
        if ((*lists[list] = PyList_New(0)) == NULL)
            return CANNOT;
    return walk->language != NULL && native_open(walk, layout->root, 0, &said) ? CAN : CANNOT;
}

static void release(Walk *walk)
{
    for (size_t at = 0; at < walk->boxes_used; at++) {
        Box *box = &walk->boxes[at];
        Py_XDECREF(box->id);
        Py_XDECREF(box->classes);
        Py_XDECREF(box->role);
        Py_XDECREF(box->item);
        Py_XDECREF(box->tag);
    }
    for (size_t at = 0; at < walk->runs_used; at++) {
        Py_XDECREF(walk->runs[at].text);
        Py_XDECREF(walk->runs[at].marks);
    }
    for (size_t at = 0; at < walk->customs_used; at++)
        Py_DECREF(walk->customs[at].name);
    for (int at = 0; at < walk->marks_used; at++)
        Py_DECREF(walk->marks[at]);
    for (int at = 0; at < STRINGS; at++)
        Py_XDECREF(walk->strings[at].string);
    PyObject *kept[] = {
        walk->last.string, walk->title, walk->language, walk->canonical, walk->metas, walk->json_ld, walk->headings,
        walk->bylines, walk->dates,
    };
    for (size_t at = 0; at < sizeof kept / sizeof *kept; at++)
        Py_XDECREF(kept[at]);
    void *arrays[] = {walk->boxes, walk->runs, walk->text, walk->around, walk->undo, walk->customs};
    for (size_t at = 0; at < sizeof arrays / sizeof *arrays; at++)
        PyMem_Free(arrays[at]);
    PyMem_Free(walk);
}

static void let_go(PyObject *capsule)
{
    release(PyCapsule_GetPointer(capsule, WALK));
    Py_XDECREF(PyCapsule_GetContext(capsule)); /* the layout, which the walk speaks of */
}

/* walk(address, layout): what stands in the tree under a root at an address, for `made`; it needs the tree no more. None
   where the page has a tag that the layout does not know. */
PyObject *native_walk(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    const Tag *root = count == 2 ? PyLong_AsVoidPtr(args[0]) : NULL;
    const Layout *layout = root == NULL ? NULL : PyCapsule_GetPointer(args[1], LAYOUT);
    if (layout == NULL)
        return PyErr_Occurred() ? NULL : PyErr_Format(PyExc_TypeError, "walk() takes an address and a layout");
    Walk *walk = PyMem_Calloc(1, sizeof *walk);
    if (walk == NULL)
        return PyErr_NoMemory();
    int found = set_out(walk, layout, root);
    if (found == CAN)
        found = over(walk, &root->node);
    PyObject *capsule = found == CAN ? PyCapsule_New(walk, WALK, let_go) : found == UNKNOWN ? Py_NewRef(Py_None) : NULL;
    if (found != CAN || capsule == NULL)
        release(walk);
    else
        PyCapsule_SetContext(capsule, Py_NewRef(args[1]));
    return capsule;
}

/* made(walk): blocks, elements and what the head says. */
PyObject *native_made(PyObject *self, PyObject *capsule)
{
    Walk *walk = PyCapsule_GetPointer(capsule, WALK);
    return walk == NULL ? NULL : native_objects(walk);
}
