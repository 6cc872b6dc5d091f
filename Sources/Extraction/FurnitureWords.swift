import TextAnalysis

/// The vocabulary of page furniture. Hand-collected from the fixed phrases that news sites and agencies use.
enum FurnitureWords {
  /// News agencies, to their index in ``agencyNames``.
  static let agencies = WordTable(
    """
    afp: 0
    agence france-presse: 0
    agence france presse: 0
    ap: 1
    associated press: 1
    the associated press: 1
    reuters: 2
    thomson reuters: 2
    dpa: 3
    upi: 4
    united press international: 4
    xinhua: 5
    xinhua news agency: 5
    tass: 6
    itar-tass: 6
    ria novosti: 7
    interfax: 8
    ansa: 9
    efe: 10
    kyodo: 11
    kyodo news: 11
    yonhap: 12
    pti: 13
    press trust of india: 13
    ani: 14
    ians: 15
    press association: 16
    pa media: 16
    canadian press: 17
    the canadian press: 17
    aap: 18
    australian associated press: 18
    anadolu: 19
    anadolu agency: 19
    anp: 20
    belga: 21
    keystone-sda: 22
    ritzau: 23
    lusa: 24
    jiji: 25
    jiji press: 25
    bernama: 26
    kcna: 27
    epd: 28
    kna: 29
    europa press: 30
    adnkronos: 31
    agi: 32
    """)
  static let agencyNames = [
    "AFP", "AP", "Reuters", "dpa", "UPI", "Xinhua", "TASS", "RIA Novosti", "Interfax", "ANSA", "EFE", "Kyodo", "Yonhap", "PTI", "ANI",
    "IANS", "PA", "Canadian Press", "AAP", "Anadolu", "ANP", "Belga", "Keystone-SDA", "Ritzau", "Lusa", "Jiji", "Bernama", "KCNA", "epd",
    "KNA", "Europa Press", "Adnkronos", "AGI",
  ]

  /// Suppliers of pictures that end captions.
  static let pictureSuppliers = WordList(
    """
    afp
    ap
    reuters
    getty
    getty images
    gettyimages
    epa
    epa-efe
    xinhua
    sputnik
    tass
    shutterstock
    istock
    unsplash
    pexels
    pixabay
    alamy
    bloomberg
    nurphoto
    zuma
    dpa
    imago
    picture alliance
    pa wire
    wikimedia
    wikimedia commons
    flickr
    yonhap
    kyodo
    efe
    anadolu
    pa media
    """)
  /// Words that introduce the maker of a picture.
  static let pictureWords = WordList(
    """
    photo
    photos
    photograph
    photographer
    photography
    image
    images
    picture
    pictures
    pic
    foto
    fotos
    bild
    titelbild
    beitragsbild
    symbolbild
    bildquelle
    bildnachweis
    imagen
    immagine
    credit
    credits
    courtesy
    illustration
    screenshot
    screengrab
    handout
    """)
  /// Those of ``endMarkers`` that stand over boxes inside stories too.
  static let boxMarkers = WordList(
    """
    advertisement
    sponsored
    sponsored content
    promoted
    promoted content
    subscribe
    sign up
    newsletter
    newsletters
    get our newsletter
    join our newsletter
    our newsletter
    stay informed
    stay connected
    stay up to date
    follow us
    """)
  /// A whole line that is one of these, or begins with one of them, ends the article or introduces other content.
  static let endMarkers = WordList(
    """
    related
    related articles
    related article
    related stories
    related posts
    related news
    related content
    related topics
    related links
    related reading
    related coverage
    related items
    also in the news
    in other news
    keep exploring
    explore more
    discover more
    references
    sources
    article sources
    footnotes
    bibliography
    more news
    more stories
    more articles
    more like this
    more from
    more on this story
    more on this topic
    more to explore
    more to explorer
    more to read
    more in
    you may also like
    you might also like
    you might also be interested in
    you may be interested in
    you might like
    recommended
    recommended for you
    recommended reading
    recommended articles
    recommended stories
    read next
    up next
    further reading
    keep reading
    continue reading
    what to read next
    don't miss
    latest news
    latest articles
    latest posts
    latest stories
    latest
    most read
    most popular
    most viewed
    popular posts
    popular articles
    popular
    trending
    trending now
    top stories
    recent posts
    recent articles
    recent news
    recent stories
    recent comments
    editor 's picks
    editors' picks
    other news
    other articles
    other stories
    similar articles
    similar posts
    also read
    also see
    see also
    see more
    comments
    comment
    leave a comment
    leave a reply
    leave a response
    add a comment
    add comment
    like this
    discussion about this post
    more related
    keep exploring this topic
    auch interessant
    auch auf
    mehr zu
    a lire egalement
    sur le meme theme
    te recomendamos
    mas informacion
    temas relacionados
    potrebbe interessarti
    zie ook
    leia tambem
    post a comment
    post comment
    write a comment
    join the conversation
    join the discussion
    view comments
    show comments
    reader comments
    responses
    rights & permissions
    rights and permissions
    from our archives
    was this page helpful
    was this helpful
    about the author
    about the authors
    about author
    about the writer
    about us
    author bio
    share this
    share this article
    share this post
    share this story
    share article
    share on
    share
    tags
    tagged
    filed under
    topics
    in this article
    categories
    subscribe
    subscribe to
    subscribe now
    sign up
    sign up for
    sign up to
    newsletter
    newsletters
    get our newsletter
    join our newsletter
    our newsletter
    stay connected
    stay informed
    stay up to date
    follow us
    follow us on
    contact us
    advertisement
    sponsored
    sponsored content
    promoted
    promoted content
    paid content
    from our partners
    around the web
    previous
    previous post
    previous article
    next
    next post
    next article
    post navigation
    back to
    back to top
    share your thoughts
    was this article helpful
    cite this article
    noticias relacionadas
    te puede interesar
    comentarios
    mas noticias
    leggi anche
    articoli correlati
    commenti
    lees ook
    gerelateerd
    reacties
    das konnte sie auch interessieren
    mehr zum thema
    lesen sie auch
    kommentare
    ahnliche artikel
    verwandte artikel
    weitere artikel
    teilen
    schlagworte
    a lire aussi
    lire aussi
    sur le meme sujet
    commentaires
    articles similaires
    leia tambem
    leia mais
    читайте также
    по теме
    комментарии
    """)
  /// Lines of sites' own voice; a line that begins so is boilerplate.
  static let boilerplateOpenings = WordList(
    """
    skip to
    jump to
    toggle
    view image in fullscreen
    view full image
    open image in gallery
    enlarge this image
    we use cookies
    this site uses cookies
    this website uses cookies
    our website uses cookies
    this site uses
    we value your privacy
    by continuing to
    by clicking
    by submitting
    by entering your
    by providing your
    by registering
    we noticed that you
    we have noticed that you
    you are using an outdated
    like loading
    reviewed by
    medically reviewed by
    fact checked by
    fact-checked by
    thanks for reading !
    by using this
    by signing up
    by subscribing
    accept cookies
    accept all
    cookie settings
    cookie policy
    manage cookies
    privacy policy
    terms of use
    terms of service
    terms and conditions
    terms & conditions
    copyright
    all rights reserved
    do not sell my
    please enable javascript
    please enable
    you need to enable javascript
    javascript is
    javascript must
    your browser
    ie 11 is not
    log in
    login
    sign in
    sign up
    register now
    create account
    create an account
    my account
    subscribe to our
    subscribe now
    subscribe today
    already a subscriber
    enter your email
    your email address
    email address
    get our
    get the latest
    join our newsletter
    follow us
    follow on
    like us on
    find us on
    share this
    share on
    share via
    tweet this
    email this
    print this
    click here
    click to
    tap to
    download our app
    download the app
    advertisement
    advertisement -
    advertisement –
    advertisement continue
    advertising
    scroll to continue
    story continues below
    article continues below
    continue reading below
    this is an automatically
    our standards :
    send us
    contact us
    report an error
    report a typo
    search for
    no comments
    post a comment
    leave a reply
    leave a comment
    learn more
    view all
    see all
    show all
    show more
    load more
    view more
    shop now
    buy now
    buy on amazon
    buy at amazon
    view on amazon
    check price
    go to website
    visit website
    unlimited access to
    you have reached your
    you've reached your
    order now
    book now
    book a demo
    get a demo
    request a demo
    get started
    start free trial
    start your free trial
    start your
    no credit card required
    find out more
    continue reading
    start typing
    table of contents
    copy link
    link copied
    copied
    dismiss
    google maps
    apple maps
    thank you ! your submission
    oops ! something went wrong
    submit
    download
    subscribe
    sign me up
    i 'd like to sign up
    your email
    required fields
    save my name
    notify me of
    loading
    please wait
    play video
    watch video
    listen to this article
    watch live
    back to top
    menu
    search
    powered by
    built with
    """)
  /// Questions and requests to the readers, taken like ``boilerplateOpenings``.
  static let readerOpenings = WordList(
    """
    tell us
    let us know
    email us
    write to us
    what do you think ?
    have you tried
    have you been affected
    are you affected by
    do you have a story
    do you have a tip
    do you have any questions
    share your experience
    share your experiences
    share your story by
    share your views by
    got a story
    got a tip
    got a news tip
    have a story
    have a tip
    if you enjoyed this
    if you liked this
    did you enjoy this
    enjoyed this article
    want to share your
    for more stories like this
    for more news like this
    """)
  /// A line that begins so points to another article.
  static let teaserOpenings = WordList(
    """
    read more
    read also
    also read
    read next
    read full
    read the full
    see also
    more on this
    related
    watch
    lees ook
    lesen sie auch
    lire aussi
    a lire aussi
    leggi anche
    lea tambien
    lea mas
    leia tambem
    leia mais
    читайте также
    don't miss
    must read
    recommended
    """)
  /// Verbs that captions of agencies use, in the present.
  static let captionVerbs = WordList(
    """
    addresses
    applauds
    appears
    arrive
    arrives
    attend
    attends
    boards
    carries
    carry
    chats
    cheer
    delivers
    embraces
    enters
    gather
    gestures
    gives
    greets
    hands
    holds
    hugs
    inspects
    joins
    kisses
    launches
    leave
    leaves
    listens
    look
    looks
    march
    meet
    meets
    participates
    pass
    pose
    poses
    prepares
    prays
    protest
    rally
    reacts
    receives
    sign
    signs
    sit
    sits
    shake
    shakes
    smiles
    speak
    speaks
    stand
    stands
    steps
    take
    takes
    talk
    talks
    testifies
    tours
    visits
    wait
    walk
    walks
    watch
    watches
    waves
    wears
    work
    """)
  /// Finite verbs of the past and other words that a caption's only sentence seldom has.
  static let narrativeVerbs = WordList(
    """
    said
    told
    was
    were
    had
    did
    has
    have
    would
    could
    should
    says
    added
    announced
    according
    reported
    began
    became
    came
    went
    got
    made
    took
    gave
    saw
    left
    met
    held
    spoke
    """)
  /// Open a note on who wrote the article.
  static let authorNoteOpenings = WordList(
    """
    about the author
    about the authors
    about the writer
    uber den autor
    uber die autorin
    zum autor
    zur autorin
    a propos de l'auteur
    sobre el autor
    sobre la autora
    """)
  static let bylineOpenings = WordList(
    """
    by
    written by
    reported by
    reporting by
    story by
    text by
    words by
    posted by
    published by
    interview by
    analysis by
    von
    por
    par
    door
    di
    автор
    autor
    author
    """)
  /// May join the names of a byline or credit line.
  static let nameJoiners = WordList(
    """
    and
    with
    und
    et
    y
    e
    en
    mit
    for
    in
    at
    of
    the
    de
    der
    van
    von
    di
    da
    al
    bin
    le
    la
    """)
  static let creditWords = WordList(
    """
    agency
    agencies
    agence
    agences
    agencias
    agenzie
    agenturen
    wire
    wires
    service
    services
    correspondent
    correspondents
    staff
    writer
    writers
    reporter
    reporters
    editor
    editors
    desk
    bureau
    news
    online
    newsroom
    press
    report
    reports
    source
    sources
    """)
}
