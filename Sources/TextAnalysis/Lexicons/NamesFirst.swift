/// Given names by gender, for the gender of people and as evidence that a capitalised word begins a person's name.
enum GivenNames {
  /// Borne mostly by women.
  static let female: StaticString = """
    # Hand-collected for this project from general knowledge of news; words are separated by blanks. Public domain (CC0).
    # English
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy
    shirley angela helen anna brenda pamela nicole samantha katherine emma ruth christine catherine debra rachel carolyn janet
    virginia maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia frances martha cheryl
    megan andrea hannah jacqueline ann jean alice kathryn gloria teresa doris sara janice julia marie grace judy
    theresa beverly denise marilyn amber danielle abigail brittany rose diana natalie sophia alexis lori kayla jane
    isabella charlotte courtney elena ellen faith gail gina glenda hazel heidi hillary hilary hope huma irene ivanka jackie
    jan jeanne jill joanna joanne joy june kate katie kathy kay kirsten kristen kristin kristi lana leah lena leslie lillian liz lois
    loretta lorraine louise lucy lydia lynn mabel madeleine madison maggie mandy marcia margie marjorie marsha maureen maxine
    melania melinda meredith meghan mia mildred miriam molly monica myra nadia naomi nina nora norma paige pat
    patsy patty paula peggy penny phoebe phyllis priscilla rhonda rita roberta robin rosa rosemary roxanne ruby sadie sally sheila
    shelley sherry sonia sophie stacey stella sue susanna suzanne sylvia tamara tammy tanya tara tiffany tina toni tracy
    valerie vanessa vera veronica vicki vivian wanda wendy whitney yvonne zoe chelsea caitlin kaitlin bridget bethany beth
    alexandra alison allison annabel anne annette annie antonia april audrey ava bernadette bernice bertha bessie bonnie
    camilla candace candice carla carly carmen caroline carrie cassandra cassie cecilia celeste charlene claire clara claudia
    colleen connie constance cora crystal daisy dana daphne darlene dawn deanna debbie delores dolores dora edith edna eileen
    elaine eleanor elisabeth elise eliza ella elsa elsie erica erika erin estelle esther ethel eunice eva eve fiona flora florence
    freya gemma georgia georgina geraldine gertrude gillian ginger gladys greta gwen gwendolyn harriet helena henrietta holly ida
    imogen ingrid iris isabel isla ivy jasmine jeanette jeannie jemima jenna jenny jo jocelyn jodie josephine juliet juliette
    kara kathleen katrina keira kendra kerry kirstie laurie leanne leila lily lola lucille lucinda luna lynda lynne mae marcella
    marian marianne marina marlene martina matilda maud maya melanie mercedes millie minnie miranda mona muriel nell nellie nikki
    octavia olive opal pauline pearl petra philippa pippa polly portia rachael ramona raquel regina renee rosalind rosalie rosie
    rowena sabrina selena serena shannon shauna sian sienna simone sinead siobhan susie tabitha tess tessa thelma
    tricia trudy una ursula velma verna viola violet winifred yolanda yvette zara kamala nikki oprah condoleezza ketanji
    kellyanne kayleigh jen jeannine tulsi ilhan rashida ayanna alexandria kyrsten tammy jacinda theresa priti suella kemi yvette
    rishika shami nicola ruth arlene keisha latoya lakisha tamika ebony aisha beyonce rihanna taylor
    # Germanic, Nordic, Dutch
    angela annegret annalena ursula sahra alice birgit brigitte christa claudia doris elke franziska gabriele gerda gisela
    greta hannelore heike helga hildegard ilse inge ingeborg jutta karin katja katrin kerstin kirsten liesel lotte luise manuela
    margarete marlies monika nele petra renate roswitha sabine sigrid silke steffi susanne svenja tanja ulrike uta ute
    veronika waltraud wiebke astrid agnetha anneli annika birgitta bodil britta dagmar ebba elin emelie frida gro
    gudrun gunilla hanne hedda helle hilde inga ingvild johanna jorunn katrine kirsi kristina linnea liv lovisa maarit magdalena
    maren margrethe margot marit merete mette pernille pia ragnhild randi saga sanna signe siri siv solveig sunniva sofie
    tarja thorgerdur tone tove tuula ulla vigdis ylva femke mieke anouk sanne ilse katalin
    # French
    adele agathe agnes amelie anais anne-marie aurelie aurore beatrice benedicte berenice brigitte camille carole celine chantal
    chloe christelle clemence colette corinne delphine dominique edwige eloise emmanuelle estelle fabienne florence francoise
    genevieve ghislaine helene ines isabelle jacqueline jeanne josiane julienne laetitia laure leonie lucie madeleine manon
    marguerite marine marion martine mathilde maud mireille monique najat nadine nathalie nicole noelle odile pascale paulette
    rachida rama roselyne sandrine segolene severine simone solange sonia sophie stephanie sylvie therese valerie veronique
    vivienne yael
    # Spanish, Portuguese, Italian, Romanian
    adriana alejandra alicia almudena amparo ana angeles angelica antonella araceli arancha beatriz begona blanca carlota carolina
    catalina chiara claudia concepcion consuelo cristina delia dilma dolores elisa elvira encarnacion esperanza estela
    esmeralda eugenia eva federica fernanda francesca gabriela giorgia giulia gladys guadalupe graciela graziella ilaria
    inmaculada irma isabela jimena josefa juana juliana laura leonor leticia lourdes lucia lucrezia luisa luz macarena
    magdalena manuela marcela margarita mariana maribel maricarmen marisa marisol marta mercedes michela mireia mirta monserrat
    montserrat natalia nieves noelia nuria olga ornella paloma patrizia paola paula pilar raffaella raquel rafaela rigoberta rocio
    rosario roberta sabrina silvana silvia simona sofia soledad sonsoles soraya susana susanna teresa valentina veronica
    verónica vilma virginia viviana ximena yolanda xiomara laurentiu ioana elena roxana viorica maia mihaela
    # Slavic, Baltic, Hungarian, Albanian
    agnieszka alena aleksandra alina alla anastasia anastasiya anka antonina barbora beata bozena dagmara danuta daria darya
    daryna dragana ekaterina elena elzbieta eszter evgenia ewa galina grazyna halina hanna helena ilona inna irina iryna
    ivana iveta ivana jadranka jadwiga jana jelena joanna jolanta julia kaja kalina karolina katarina katarzyna kinga klara
    kolinda kristalina krystyna ksenia larisa larissa lenka lidia lidija ljubica ludmila lyudmila lyubov magda malgorzata maria
    marija marija mariya marzena milena milica monika nadezhda nadya natalia natalya natasha nataliya nina oksana olena olga
    ola polina raisa renata rita ruzena sanja snezana sofya svetlana sviatlana tamara tatiana tatyana teodora tereza
    ursula valentina valeria vera veronika vesna viktoria viktoriya wanda wieslawa yana yelena yekaterina yevgenia yulia yuliya
    zdenka zhanna zinaida zofia zuzana zsuzsanna vjosa atifete edita dalia ingrida simona kaja
    # Arabic, Persian, Turkish, Hebrew
    aisha alaa amal amina aminata amira asma asmaa aya aysegul ayse azza basma canan dalal dalia derya dina ebru elif emine
    esra fadwa faiza farah farida fatemeh fatima fatma fatou fawzia ghada habiba hadeel hala hanan hayat heba hind huda iman
    intisar jamila khadija khadijah laila lama latifa layla leila leyla lina loujain lubna maha mai malak manal mariam
    maryam masoumeh mehrnaz meral mina mona nada nadine najla narges nasrin nawal nermin neda nesrine nihal noor noura nour
    ola rabia rana rania rasha razan rima reem rola rula ruba sahar salma samar samira sana sawsan shadi shahira shirin sibel
    sima suha suheir tansu tawakkol tawakul umm wafa yasmin yasmine zahra zainab zakia zeinab zeynep ayelet avigail
    dorit gila limor meirav merav noa orly orna ruti shelly shira stav tali tamar tzipi tzipora yael yehudit
    # South and East Asia, Africa, Pacific
    aarti aditi amrita ananya anita anjali anushka aparna aruna aung-san arundhati benazir bhavna chandrika deepa deepika
    devi divya gayatri geeta hasina indira indra jayalalithaa jaya jhumpa kalpana kamla kavita khaleda kiran kiranjit lakshmi
    lalita latika madhuri mahua malala mamata manisha maneka maryam maya mayawati medha meena meera mehbooba mira nandini
    nandita neeta neha nikita nirmala nisha nita pooja prachi pragya pratibha preeti preity priya priyanka radha radhika
    rajkumari rani rekha ritu sadhvi sania sarojini savita seema shabana shaista sharmila sheikh-hasina shobha shreya shruti
    sirimavo smriti sneha sonali sonam sujata sukanya sunita sushma swati tanvi uma usha vandana vasundhara vidya aiko akiko
    ayumi chiaki chie emi eri etsuko fumiko hanako haruka hiroko junko kaori kazuko keiko kimiko kumiko mai makiko mariko
    masako mayumi megumi michiko midori miho minako misaki miyuki naoko naomi noriko reiko rie rumiko sachiko sadako sakura
    sayaka seiko setsuko shizuka sumiko tomoko yoko yoshiko yui yukari yukiko yuko yumi yumiko yuriko geun-hye yo-jong
    yingluck paetongtarn corazon imelda gloria leni megawati puan sri khunying suu aung siti nurul puteri wati ngozi
    chimamanda winnie nkosazana phumzile graca joice grace wangari amina lupita ellen-johnson sahle-work zodwa thandi
    nomvula lindiwe naledi phumla zanele buhle folake funmilayo adaeze chioma ifeoma oluchi yaa akosua abena ama efua
    samia jakaya aminatou fatoumata ndeye rokhaya mariama
    """

  /// Borne mostly by men.
  static let male: StaticString = """
    # Hand-collected for this project from general knowledge of news; words are separated by blanks. Public domain (CC0).
    # English
    james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
    paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan
    stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron
    jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry
    sean austin arthur lawrence jesse dylan bryan joe billy bruce albert willie gabriel logan alan juan wayne roy ralph randy
    eugene vincent russell elijah louis bobby philip johnny aidan al alastair alex alf alfie alfred alistair allan allen alvin
    amos andy angus archie arnold ashton barack barney barrett barry bart basil ben bernard bernie bert bill blake bob
    boris brad bradley brendan brent brett brock bryce bud buddy burt byron caleb calvin cameron campbell cary cecil cedric chad
    charlie chester chip chris chuck clarence clark claude clayton clement cliff clifford clint clinton clive clyde cody colin
    conor connor conrad corey cory craig curtis cyril dale damian damien damon dan danny darrell darren daryl dave dean declan
    denis denzel derek desmond devin dick dirk dominic don donnie doug drew duane dudley duncan dustin dwayne dwight earl ed
    eddie edgar edmund edwin eli elliot elliott ellis elmer elon elvis elton emmanuel enoch ernest ernie errol ervin esmond evan
    ezra felix fergus floyd francis franklin fred freddie frederick gareth garrett gary gavin gene geoff geoffrey gerard gerry
    gilbert giles glen glenn gordon graeme graham grant greg gregg grover guy hal hank harley harris harrison harry harvey heath
    hector herb herbert herman hiram homer horace howard hubert hugh hugo humphrey hunter huw iain ian ira irving isaac isaiah
    ivan ivor jake jamal jamie jared jarvis jason jay jeb jed jeff jefferson jerome jim jimmy joel johnnie jon jonah jordan
    josh josiah jude julian julius karl keir kelvin ken kenny kent kermit kieran kirk kurt lamar lance lee leland len lenny leo leon
    leonard leopold leroy les lester lewis liam lindsey lionel lloyd lou lucas luke luther lyle lyndon mack malcolm marc
    marco marcus mario marshall martin marty marvin mason matt maurice max maximilian maxwell mel melvin merle mervyn mick mickey mike
    miles milo milton mitch mitchell mitt monty morgan morris mort murray myles nat nathaniel neal ned neil nelson nestor neville
    newt nick nicky nigel noel norman norris oliver ollie omar orlando orville oscar oswald otis otto owen pat paddy percy perry
    pete phil phillip preston quentin quincy ralph ramsey randall randolph ray reg reggie reginald reid reince rex rhys rich
    rick ricky rob robbie robin rod roderick rodney rodrigo roland rolf roman ron ronnie ross rory rowan rudolph rudy rufus rupert rush
    rusty sam sammy saul scot sebastian seth shane shaun sheldon sherman sherwood sid sidney silas simon solomon spencer stan
    stanford stanley stefan steve stewart stuart stu sylvester ted terence terrence terrance theo theodore thom tim toby todd tom
    tommy tony travis trent trevor tristan troy vaughn vern vernon vic victor vince virgil wade waldo wallace wally
    warren wendell wesley wilbur wilfred will willard willis wilson winston woodrow woody wyatt zack zane elbridge
    marco ted vivek rand mitch kash jd rishi sadiq nadhim kwasi humza jacob-rees leroy trayvon tyrone jermaine deshawn lebron
    reince sonny sean saxby orrin strom thad trey
    # Germanic, Nordic, Dutch
    achim albrecht alexander alois anders andreas anton armin arne arno axel bastian bernd bernhard bjarne bjorn bo burkhard
    carsten casper christoph claus cornelius detlef dieter dietmar dietrich dirk eberhard ebbe eckart einar eirik emil erhard erich erik
    erling ernst erwin eugen ewald ferdinand finn florian frank frans franz frans-timmermans friedrich fritz geert georg gerd gerhard
    gerrit gert gottfried gregor guido gunnar gunter gunther gustav guus haakon hakan halvard hans harald hartmut heiko heiner heinrich
    heinz helge helmut henning hendrik henrik herbert hermann holger horst hubertus ingmar ingo ingvar jaap jan jens jeroen joachim
    jochen joerg johan johann johannes jonas jorg jorgen josef juergen jurgen juha jyrki kai karel karl-heinz karsten kasper kees
    kjell klaas klaus knut konrad kristian kristof lars leif lennart leopold lothar ludwig lukas lutz magnus manfred marius markus mathias
    matthias mats mauri max mikael mikkel moritz niels nils norbert odd olaf olav ole olof oskar ottmar pal paavo pekka per philipp
    pieter pim rainer ralf reiner reinhard reinhold roald roelof rolf rudiger rudolf ruud rune sauli sepp siegfried sigmund sigmar sigurdur
    soren stefan steffen sten stieg sven svein sverre thilo thomas thorbjorn thorsten tilo till timo tobias tor torben torsten trond
    udo ulf ulrich urban urho uwe viggo volker walther werner wilhelm willem willy winfried wim wolf wolfgang wouter yngve
    sigmundur gudni alexis antti matti petteri esko olli
    # French
    adrien alain albert alexandre alexis alphonse andre antoine antonin aristide armand arnaud arsene auguste aurelien
    baptiste bastien benoit bernard bertrand blaise boris bruno cedric charles-michel christophe claude clement cyrille damien
    didier dominique edouard emile emmanuel eric etienne fabien fabrice fabius felix fernand florent francois franck frederic gaston
    gael georges gerald gerard gilbert gilles gregoire guillaume gustave guy henri herve hugues jacques jean jean-claude
    jean-luc jean-marc jean-marie jean-pierre jean-paul jean-yves jerome joel jules julien laurent leon lionel loic luc
    lucien ludovic manuel marcel mathieu maurice maxime michel nicolas noel olivier pascal patrice paul-henri philippe pierre
    quentin raphael raymond regis remi remy rene robert-badinter roland romain sebastien serge stanislas stephane sylvain
    thibault thierry tristan valery vincent xavier yann yannick yves yvan zinedine
    # Spanish, Portuguese, Italian, Romanian
    abel adolfo adrian agustin alberto alejandro alessandro alfonso alfredo alvaro amadeo americo anastasio andres angel angelino
    anibal antonio aristoteles armando arturo augusto aurelio beppe benito bernardo camilo carles carlo carlos cesar
    claudio cristian cristiano cristobal dario davide diego domingo eduardo efrain elias emilio enrico enrique ernesto
    esteban eugenio evo fabio fabrizio federico felipe fernando fidel filippo francesco francisco franco fulgencio gabriele
    gabriel-boric giacomo giancarlo gianfranco gianluca gianni gilberto gino giorgio giovanni giulio giuseppe gonzalo guido
    guillermo gustavo hector hernan hugo-chavez humberto ignacio inaki isidro ismael jacinto jaime jair javier jeronimo jesus
    joaquin joao jordi jorge josep julian julio lazaro leandro leonardo leonel leopoldo lorenzo luca luciano luigi luis
    manuel marcelo marcello mariano mario mateo matteo mauricio maurizio mauro maximo miguel mikel nayib nestor nicola
    nicolas niccolo oriol orlando oscar-arias osvaldo pablo paolo pascual pasquale patricio paulo pedro pere pepe pietro
    piero quim rafael ramiro ramon raul renato ricardo roberto rodolfo rodrigo rogelio romano romeo ruben sandro santiago
    santos salvador salvatore sergio silvio simon-bolivar stefano tomas umberto valerio vicente virgilio vito vittorio
    walter-veltroni xavi xabier aecio luiz lula traian klaus-iohannis victor-ponta ion liviu calin marcel mircea nicusor
    # Slavic, Baltic, Hungarian, Balkan, Greek, Caucasus, Central Asia
    adam aleksandar aleksander aleksandr aleksei aleksey aleksejs alexandr alexei alexey alojz anatol anatoli anatoliy anatoly
    andras andrej andrei andrey andris andriy andrius andrzej andrus ante antal antonis antanas arkady arsen arseniy arseny artem
    artur artyom aslan atanas balazs bartosz bashkim bidzina boguslaw bohdan boiko bojan bogdan borislav borut boyko branko bronislaw
    czeslaw dalibor dan-petr daniil danila danylo darko denys denis dmitri dmitriy dmitry dmytro donald-tusk dragan dusan dushan
    edi eduard egor emomali evgeni evgeniy evgeny evangelos ferenc filip franjo fyodor gabor garry gavrilo gedrius gennadi gennady
    georgi georgios gerasim gheorghe gitanas gjorge goran grigory grzegorz gyorgy gyula hashim henryk hrvoje igor ihor ilham ilia
    ilir illia ilya ioannis ion-iliescu islam istvan ivan ivica ivo jacek jan-fischer janez janos janusz jaroslav jaroslaw jerzy
    jiri josip josif jovan jozef juri kaspars kassym-jomart kazimierz kiril kirill kiro klement konstantin konstantinos kostas krisjanis
    krzysztof kyriakos kyrylo lajos laszlo lech leonid leonidas leszek levon ljubo ljube lubomir lukasz lev lyuben maciej maksim maksym
    marek marian-kocner mariusz marjan mart mateusz matej maxim michal mihai mihail mikalai mikhail mikheil mikis mikola miklos milan
    mile miloje milos milorad miloslav miroslav miroslaw mladen momcilo mykhailo mykola nebojsa nikita nikol nikola nikolai
    nikolaos nikolay nikolaj nikos nursultan oleg oleh oleksandr oleksii oleksiy ondrej pal-schmitt panagiotis panos pavel pavlo pawel peep
    petar peteris petr petro petros piotr plamen radek radoslaw radovan ramush ramzan rashid ratko robert-fico roman-abramovich rosen
    rostislav ruslan rustam sali sandor sasha semyon sergei sergej sergey serhii serhiy serzh shavkat simeon slavko slawomir slobodan sooronbay
    stanislav stanislaw stavros stepan stevan stipe svyatoslav szymon taavi tadeusz taras tibor tihomir timofey timur
    tomasz tomislav toomas urmas vaclav vadim vadym valdis valentin valerii valeriy valery vasil vasily vasyl vassilis venko
    viacheslav viktor vilmos vitali vitaliy vitaly vitold vjaceslav vlad vladimir vladislav vladyslav vojislav volodymyr vsevolod
    vyacheslav wieslaw witold wladyslaw wlodzimierz wojciech yanis yaroslav yegor yevgeny yevhen yiannis yuri yuriy zbigniew zdenek
    zeljko zlatko zoran zsolt zurab alyaksandr alexandros aristotelis dimitris dimitrios spyros theodoros vasilis yorgos
    # Arabic, Persian, Turkish, Hebrew, Kurdish, Afghan, Pakistani
    abbas abd abdallah abdel abdelaziz abdelfattah abdelhamid abdelilah abdelkader abdelmalek abdul abdulaziz abdulla abdullah
    abdulrahman abdurrahman abu adel adil adnan afif ahmad ahmed ahmet akbar akram alaa ali aljazeera amin amir ammar amr anas
    anwar arif asad ashraf asif atef avi aviv avigdor ayad ayatollah ayman aymen aziz babak badr bahman bakr bandar bashar
    bassam bassem benny bezalel bilal binali bulent burhan cemal cevdet dawood devlet ehud ekrem emad emre erol ersin essam eyal
    fadi fahd faisal faiz farhad farid farooq farouk fares faraj fathi fatih fawzi fayez faysal fayyad fikret fouad fuad gabi ghassan gholam
    gidon gilad gulbuddin habib hadi hafez hafiz haider haidar haitham hakan hamad hamdeen hamid hamza hani hanif haris hasan
    hashem hashim hassan hatem haim hayat-khan hekmatyar hesham hicham hikmet hisham hosni hossein hulusi hussain hussein
    huseyin ibrahim idris ihab ihsan ilan imad imran iqbal isaac-herzog ishaq ismail ismet issa itamar iyad izzat jabbar jaber jafar
    jalal jamal jamil javad jawad jibril joumblatt kamal kamel karim kasim kassem kazem kemal khaled khalid khalifa khalil khurram
    latif levent lutfi mahdi maher mahmood mahmoud mahmud majed majid malik mansour mansur marwan masoud massoud mazen mehdi mehmet mesut
    mevlut moammar mohamad mohamed mohammad mohammed mohsen moncef moqtada mordechai morteza moshe mostafa mourad moustafa muammar
    muath mubarak muhammad muhammed muhsin mujahid mukhtar munir muqtada murat murad mustafa nabih nabil nader naftali nasser nawaf nawaz
    nazim necmettin nidal nizar noam nouri numan nuri ofer omar omer oren osama osman oussama parvez pervaiz pervez qais qasem qasim
    qassem rachid rafik rafiq rahim raja ramadan ramazan rami ramzi rashad rashed rauf recep reuven reza riad riyad riyadh rouhani
    ruhollah rustem saad saadi sabah sabri saddam sadegh saeed saeb safwan said saif sajjad salah salam saleh salem salim salman
    samer sami samih samir sayed sayyid selahattin selcuk shafiq shahbaz shahid shaukat shaul shehbaz shimon shlomo shmuel
    sharif sheikh sirajuddin suleiman suleyman sultan tahir taha talal tamim tareq tariq tarek taieb tayyip turgut tzachi umar umit
    usama uri uthman wael wahid walid waleed wasim yahya yair yaakov yacoub yariv yasir yasser yassir yassin yehuda yigal yilmaz yisrael
    yitzhak yoav yossi yousef youssef yousuf yunus yusuf yuval zafar zahid zaid zalmay ziad zine zulfikar zulfiqar ashraf-ghani
    # South and East Asia, Africa, Pacific
    aamir abhijit abhishek ajay ajit akhilesh akshay amartya ambani amit amitabh anand anil ankit anthony-albanese anurag arjun arun arvind
    ashok ashwin atal bal balaji bhupinder bhim biju bipin chandrababu chetan chirag debashish deepak dev devendra dhruv digvijaya
    dilip dinesh farooq-abdullah gautam girish gopal gotabaya govind gulzar gurpreet hardik harish harsh harsha hemant hrithik indrajit
    jagan jagdish jairam jaswant jawaharlal jayant jyoti kailash kamal-nath kapil karan kartik kishore krishna kumar kunal lakshman
    lalu madhav mahesh mahendra mahatma mahinda maithripala manish manmohan manohar manoj mihir milind mohan mohandas mukesh mukul
    mulayam nagesh narasimha narayan narayana narendra naresh naveen navjot neeraj nitin nitish om pankaj parag piyush prabhakar
    prakash pramod pranab pranav prasad prasanna prashant pratap prithviraj rahul raj rajat rajeev rajendra rajesh rajiv
    rajnath rakesh ram raman ramesh ranil ranjit ratan ravi rohan rohit sachin sajid sandeep sanjay sanjeev sanjiv santosh
    satya saurabh shah-rukh shankar shashi shivraj siddharth sitaram sourav subhash subramanian sudhir sukhbir sundar sunil suresh
    tarun tejashwi tenzin uddhav uday vajpayee varun venkaiah vijay vikas vikram vinay vinod vipin virat vishal vishwanath yash yogendra yogi
    akihito akio akira daisuke eiji fumio goro haruki hideki hideo hiroshi hiroyuki ichiro jiro jun junichiro junji katsuya kazuo keiji
    keisuke kenichi kenji kenzo kiyoshi koichi koji masahiro masaki masao masayoshi mitsuo naoki naoto naruhito noboru nobuo osamu ryo
    ryoichi ryu satoshi seiji shigeru shin shinichi shintaro shinzo shoichi shunichi susumu tadashi takashi takeo takeshi taro tatsuo
    tetsuo toshihiro toshio tsutomu yasuhiro yasuo yoshihide yoshihiko yukio yuichi yutaka jae-in jong-un jong-il myung-bak moo-hyun
    ki-moon dae-jung jinping jintao keqiang jiabao zemin xiaoping zedong enlai jong-nam kai-shek ying-jeou qishan yi-wang anwar-ibrahim
    mahathir najib lee-hsien rodrigo-duterte benigno ferdinand joko susilo prabowo sukarno suharto thaksin prayut prayuth abhisit hun
    ban-ki aung-hlaing kofi nana akufo jerry-rawlings john-mahama goodluck muhammadu olusegun umaru sani atiku bola obafemi wole chinua
    chukwuemeka emeka chinedu babatunde oluwaseun tunde yakubu ibrahim-babangida paul-biya laurent-gbagbo alassane blaise-compaore
    thabo jacob-zuma cyril nelson-mandela desmond-tutu oliver-tambo kgalema jabu sipho thulani bheki julius-malema mangosuthu
    robert-mugabe emmerson morgan-tsvangirai tendai nelson-chamisa uhuru raila mwai jomo daniel-arap kipchumba wilson-airey
    yoweri paul-kagame pierre-nkurunziza felix-tshisekedi joseph-kabila moise denis-sassou isaias meles hailemariam abiy tedros
    hassan-sheikh haile mengistu omar-bashir salva riek macky abdoulaye amadou mamadou moussa ousmane oumar cheick ibrahima souleymane
    """

  /// Borne by women and men alike: evidence for a person, none for a gender.
  static let either: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    alexis angel ariel ashley avery bailey blair cameron campbell carey carmen casey chris courtney dale dana darcy devon dominique
    drew eden emerson finley frankie gale harper hayden jaime jackie jamie jan jean jess jesse jo jocelyn jody jordan
    jules kelly kendall kerry kim kit lane lee leigh leslie lindsay lindsey lou lynn mackenzie marion max mel micah morgan nat nicola
    noel parker pat paris peyton quinn reese regan riley river robin rory rowan sacha sam sandy sasha shannon shawn shelby sidney skyler
    stacy sydney taylor terry toni tracy val vivian whitney andrea simone michele gabriele nikita jyoti kiran shashi noor nour shadi
    alaa ola mai jun hikaru akira kaoru li wei ming yan hui xin jing yu min hong ji hyun soo young yi jae
    """

  /// Given names that are English words too: at the start of a sentence they prove nothing.
  static let ambiguous: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    jan will may mark grace hope faith joy april june rose bill rob art jack frank grant chase drew pat sue guy christian dawn summer
    autumn victor angel dean dale glen miles page ray reed rich robin ruby sandy sunny woody wade earl duke van major jordan chelsea
    paris georgia virginia carolina florence sydney austin madison charlotte israel chad india china america asia kenya brooklyn
    victoria pearl ivy holly heather ginger olive iris daisy violet crystal amber penny patience constance mercy chip bud rusty buddy
    gene josh nick chuck jay max trip buck dick lance norm harry don ken dan pat ted al ed art marina stormy harmony mason hunter
    tanner cooper carter marshall sheriff baker clay cliff forest heath dusty rocky sterling king prince sultan sheikh
    bishop pope page will young major abu abbot price love star sky rain storm rush newt bud bond son long min ban
    """

  /// Family names that stand before the given name (Chinese, Korean, Vietnamese).
  static let familyFirst: StaticString = """
    # Hand-collected for this project. Public domain (CC0).
    xi kim moon ban lee li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo park choi jung kang cho
    yoon jang lim nguyen tran le pham mao deng jiang wen han chiang tsai tsang lam leung chan cheung ng tan goh shin roh bo cai cao cui
    dai ding dong du duan fan fang feng fu geng gong gu hao hong hou hua jia jin kong lei liang long lu lai meng pan peng qian qin qiu ren
    shao shen shi song su tang tian tao wei xia xiang xiao xie xiong xue yan yao ye yi yin yu yuan yue zeng zhong zou zheng zhuang
    ahn bae baek chang chun chung hwang kwon lim nam oh paek ryu seo sohn son song suh woo yang ri pak hyon jo ko mun
    dinh dang do duong hoang huynh luu ly ngo phan phung trinh truong vo vu vuong chu chow fong ho kwok kwan lau lo mak mok poon
    tam tse wong yeung yip yuen ong ang chua teo toh
    """
}
