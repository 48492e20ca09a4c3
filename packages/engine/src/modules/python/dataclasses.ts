/** `dataclasses`: classes that write their own methods. */
export const dataclassesSource = `
import copy
import sys
import types

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "replace", "is_dataclass", "make_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass
MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass
KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = types.MappingProxyType({})


class _FIELD_BASE:
    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name
_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else types.MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ('Field('
                f'name={self.name!r},'
                f'type={self.type!r},'
                f'default={self.default!r},'
                f'default_factory={self.default_factory!r},'
                f'init={self.init!r},'
                f'repr={self.repr!r},'
                f'hash={self.hash!r},'
                f'compare={self.compare!r},'
                f'metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _recursive_repr(fillvalue='...'):
    def decorating_function(user_function):
        repr_running = set()

        def wrapper(self):
            key = id(self)
            if key in repr_running:
                return fillvalue
            repr_running.add(key)
            try:
                result = user_function(self)
            finally:
                repr_running.discard(key)
            return result
        wrapper.__name__ = user_function.__name__
        wrapper.__qualname__ = user_function.__qualname__
        wrapper.__wrapped__ = user_function
        return wrapper
    return decorating_function


def _plain_recursive_repr(user_function):
    repr_running = set()

    def wrapper(self):
        key = id(self)
        if key in repr_running:
            return '...'
        repr_running.add(key)
        try:
            result = user_function(self)
        finally:
            repr_running.discard(key)
        return result
    wrapper.__name__ = user_function.__name__
    wrapper.__qualname__ = user_function.__qualname__
    wrapper.__wrapped__ = user_function
    return wrapper


def _make_functions(cls, sources, names, namespace):
    result = ','.join(names) + ',' if names else ''
    source = f'def __create_fn__({", ".join(namespace)}):\\n' + '\\n'.join(sources) + f'\\n return ({result})'
    module = sys.modules.get(cls.__module__)
    ns = {}
    exec(source, module.__dict__ if module is not None else {}, ns)
    return ns['__create_fn__'](**namespace)


def _source_of(name, args, body, decorator=''):
    returns = '->__dataclass_return_type__' if name == '__init__' and sys.version_info < (3, 14) else ''
    return decorator + f' def {name}({", ".join(args)}){returns}:\\n' + '\\n'.join(f'  {line}' for line in body)


class _Methods:
    # Up to 3.12 every method is compiled by itself, from 3.13 all of them together.
    def __init__(self, cls):
        self.cls = cls
        self.sources, self.names, self.namespace, self.errors, self.annotated = [], [], {}, {}, {}

    def add(self, name, args, body, namespace, error=None, annotated=None):
        isRepr = name == '__repr__'
        if sys.version_info >= (3, 13):
            self.namespace.update(namespace)
            if isRepr:
                self.namespace['__dataclasses_recursive_repr'] = _recursive_repr
            decorator = ' @__dataclasses_recursive_repr()\\n' if isRepr else ''
            self.sources.append(_source_of(name, args, body, decorator))
            self.names.append(name)
            self.errors[name] = error
            if annotated is not None:
                self.annotated[name] = annotated
            return
        fn, = _make_functions(self.cls, [_source_of(name, args, body)], [name], namespace)
        self.store(name, _plain_recursive_repr(fn) if isRepr else fn, error)

    def store(self, name, fn, error):
        cls = self.cls
        if sys.version_info >= (3, 10):
            fn.__qualname__ = f'{cls.__qualname__}.{name}'
        if name == '__hash__':
            cls.__hash__ = fn
        elif _set_new_attribute(cls, name, fn) and error is not None:
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}{error}')

    def finish(self):
        if not self.names:
            return
        for name, fn in zip(self.names, _make_functions(self.cls, self.sources, self.names, self.namespace)):
            if sys.version_info >= (3, 14) and name in self.annotated:
                fn.__annotate__ = _make_annotate_function(self.cls, name, self.annotated[name], None)
            self.store(name, fn, self.errors[name])


def _make_annotate_function(__class__, method_name, annotation_fields, return_type):
    def __annotate__(format, /):
        if format not in (1, 3, 4):
            raise NotImplementedError(format)
        known = {}
        for base in reversed(__class__.__mro__):
            known.update(base.__dict__.get('__annotations_cache__') or getattr(base, '__annotations__', None) or {})
        found = {k: known[k] for k in annotation_fields if k in known}
        found["return"] = return_type
        return found
    __annotate__.__generated_by_dataclasses__ = True
    __annotate__.__qualname__ = f"{__class__.__qualname__}.{method_name}.__annotate__"
    return __annotate__


def _init_fn(methods, std_fields, kw_fields, frozen, has_post_init, self_name):
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                if sys.version_info >= (3, 13):
                    raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
                raise TypeError(f'non-default argument {f.name!r} follows default argument')
    namespace = {'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY, '__dataclass_builtins_object__': object}
    body = []
    if sys.version_info < (3, 14):
        namespace['__dataclass_return_type__'] = None
    for f in std_fields + kw_fields:
        if f.init and sys.version_info < (3, 14):
            namespace[f'__dataclass_type_{f.name}__'] = f.type
        if f.default is not MISSING:
            namespace[f'__dataclass_dflt_{f.name}__'] = f.default
        if f.default_factory is not MISSING:
            namespace[f'__dataclass_dflt_{f.name}__'] = f.default_factory
        line = _field_init(f, frozen, self_name)
        if line:
            body.append(line)
    if has_post_init:
        params = ','.join(f.name for f in std_fields + kw_fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({params})')
    if not body:
        body = ['pass']
    args = [self_name] + [_init_param(f) for f in std_fields if f.init]
    kw = [_init_param(f) for f in kw_fields if f.init]
    if kw:
        args += ['*'] + kw
    methods.add('__init__', args, body, namespace, annotated=[f.name for f in std_fields + kw_fields if f.init])


def _init_param(f):
    param = f.name if sys.version_info >= (3, 14) else f'{f.name}:__dataclass_type_{f.name}__'
    if f.default is MISSING and f.default_factory is MISSING:
        return param
    if f.default is not MISSING:
        return f'{param}=__dataclass_dflt_{f.name}__'
    return f'{param}=__dataclass_HAS_DEFAULT_FACTORY__'


def _field_init(f, frozen, self_name):
    default_name = f'__dataclass_dflt_{f.name}__'
    if f.default_factory is not MISSING:
        if f.init:
            value = f'{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
        else:
            value = f'{default_name}()'
    elif f.init:
        value = f.name
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    if frozen:
        return f'__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})'
    return f'{self_name}.{f.name}={value}'


def _get_field(cls, a_name, a_type, default_kw_only):
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        f = field(default=default)
    f.name = a_name
    f.type = a_type
    f._field_type = _FIELD
    text = a_type if isinstance(a_type, str) else repr(a_type)
    if 'ClassVar' in text:
        f._field_type = _FIELD_CLASSVAR
    elif isinstance(a_type, InitVar) or a_type is InitVar or text.startswith(('InitVar', 'dataclasses.InitVar')):
        f._field_type = _FIELD_INITVAR
    if f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD:
        mutable = f.default.__class__.__hash__ is None if sys.version_info >= (3, 11) else isinstance(
            f.default, (list, dict, set))
        if mutable:
            raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _tuple_str(obj_name, fields):
    if not fields:
        return '()'
    return f'({",".join(f"{obj_name}.{f.name}" for f in fields)},)'


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen_base = False
    has_dataclass_bases = False
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if getattr(b, _PARAMS).frozen:
                any_frozen_base = True
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    cls_annotations = cls.__dict__.get('__annotations__', {}) if sys.version_info < (3, 14) else cls.__annotations__
    cls_fields = []
    kw_seen = False
    for name, type_ in cls_annotations.items():
        if type_ is KW_ONLY:
            kw_seen = True
            kw_only = True
        else:
            cls_fields.append(_get_field(cls, name, type_, kw_only))
    for f in cls_fields:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls_annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen_base and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and '__eq__' in cls.__dict__))
    all_init_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_fields = tuple(f for f in all_init_fields if f.init and not f.kw_only)
    std_init = tuple(f for f in all_init_fields if not (f.init and f.kw_only))
    kw_fields = tuple(f for f in all_init_fields if f.init and f.kw_only)
    methods = _Methods(cls)
    if init:
        has_post_init = hasattr(cls, _POST_INIT_NAME)
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        _init_fn(methods, std_init, kw_fields, frozen, has_post_init, self_name)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        shown = [f for f in field_list if f.repr]
        body = 'return f"{self.__class__.__qualname__}(' + ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in shown) + ')"'
        methods.add('__repr__', ('self',), [body], {})
    compared = [f for f in field_list if f.compare]
    if eq:
        body = ['if self is other:', ' return True'] if sys.version_info >= (3, 13) else []
        if sys.version_info >= (3, 13):
            terms = ' and '.join(f'self.{f.name}==other.{f.name}' for f in compared) or 'True'
            body += ['if other.__class__ is self.__class__:', f' return {terms}', 'return NotImplemented']
        else:
            body += ['if other.__class__ is self.__class__:',
                     f' return {_tuple_str("self", compared)}=={_tuple_str("other", compared)}', 'return NotImplemented']
        methods.add('__eq__', ('self', 'other'), body, {})
    if order:
        if not eq:
            raise ValueError('eq must be true if order is true')
        for name, op in [('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')]:
            body = ['if other.__class__ is self.__class__:',
                    f' return {_tuple_str("self", compared)}{op}{_tuple_str("other", compared)}', 'return NotImplemented']
            methods.add(name, ('self', 'other'), body, {}, error=(
                ' Consider using functools.total_ordering' if sys.version_info >= (3, 13)
                else '. Consider using functools.total_ordering'))
    if frozen:
        names = _tuple_text([f.name for f in field_list])
        for name, args, verb in (('__setattr__', ('self', 'name', 'value'), 'assign to'),
                                 ('__delattr__', ('self', 'name'), 'delete')):
            call = 'name, value' if name == '__setattr__' else 'name'
            body = [f'if type(self) is cls or name in {names}:',
                    f' raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                    f'super(cls, self).{name}({call})']
            methods.add(name, args, body, {'cls': cls, 'FrozenInstanceError': FrozenInstanceError}, error='')
    if unsafe_hash or (eq and frozen):
        if unsafe_hash and has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        if unsafe_hash or not has_explicit_hash:
            hashed = [f for f in field_list if (f.compare if f.hash is None else f.hash)]
            methods.add('__hash__', ('self',), [f'return hash({_tuple_str("self", hashed)})'], {})
    elif eq and not has_explicit_hash:
        cls.__hash__ = None
    methods.finish()
    # The text signature that becomes the docstring looks at the annotations, which makes them a dict.
    if sys.version_info < (3, 15) and not getattr(cls, '__doc__'):
        getattr(cls.__init__, '__annotations__', None)
    if sys.version_info >= (3, 13):
        _set_new_attribute(cls, '__replace__', _replace)
    if match_args and sys.version_info >= (3, 10):
        _set_new_attribute(cls, '__match_args__', tuple(f.name for f in std_fields))
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    return cls


def _tuple_text(names):
    return '(' + ''.join(f'{name!r},' for name in names) + ')'


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, is_frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    cls_dict = dict(cls.__dict__)
    field_names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        given = base.__dict__.get('__slots__', ())
        inherited.update((given,) if isinstance(given, str) else given)
    cls_dict['__slots__'] = tuple(name for name in field_names + (('__weakref__',) if weakref_slot else ())
                                  if name not in inherited)
    for field_name in field_names:
        cls_dict.pop(field_name, None)
    cls_dict.pop('__dict__', None)
    cls_dict.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    cls = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in cls_dict:
            cls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in cls_dict:
            cls.__setstate__ = _dataclass_setstate
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return wrap
    return wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    if _is_dataclass_instance(obj):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    elif isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_asdict_inner(v, dict_factory) for v in obj])
    elif isinstance(obj, (list, tuple)):
        return type(obj)(_asdict_inner(v, dict_factory) for v in obj)
    elif isinstance(obj, dict):
        return type(obj)((_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items())
    else:
        return copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    if _is_dataclass_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    elif isinstance(obj, (list, tuple)):
        return type(obj)(_astuple_inner(v, tuple_factory) for v in obj)
    elif isinstance(obj, dict):
        return type(obj)((_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items())
    else:
        return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations = {}
    ns = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        elif len(item) == 2:
            annotations[item[0]] = item[1]
        else:
            annotations[item[0]] = item[1]
            ns[item[0]] = item[2]
    ns['__annotations__'] = annotations
    return dataclass(types.new_class(cls_name, bases, {}, lambda body: body.update(ns)), **options)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(obj, /, **changes):
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
`;
